import type { SetUpItemProgress, SetUpRun, SetUpStep, SetUpStepState } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { mergeEvent } from '../../components/set-up/merge-event.ts'
import { isProblem, progressOf, runRow, runStateWords, runTitle } from './run-rows.ts'
import { stepWords, type StepWords } from './step-words.ts'

const reader = {
  task: 'Read everything',
  roleName: 'Reader',
  roleId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  scopeKind: 'resource-group',
  source: 'https://learn.microsoft.com/',
} as const
const words: StepWords = (one) => stepWords(one, [reader])

function step(ordinal: number, state: SetUpStepState, itemOrdinal = 1): SetUpStep {
  return {
    ordinal,
    itemOrdinal,
    kind: ordinal === 1 ? 'identity' : 'trust',
    name: `step-${ordinal}`,
    state,
    code: null,
    detail: state === 'failed' ? 'Azure refused it.' : null,
    nextStep: state === 'failed' ? 'Try again.' : null,
    result: null,
    waitingUntil: null,
    startedAt: null,
    finishedAt: null,
  }
}

function item(ordinal: number, steps: SetUpStep[]): SetUpItemProgress {
  return {
    ordinal,
    key: `${ordinal} contoso/a`,
    parent: { kind: 'newApplication', displayName: 'pay' },
    steps,
  }
}

function run(change: number, counts: Partial<Record<SetUpStepState, number>>): SetUpRun {
  const none = { pending: 0, running: 0, waiting: 0, done: 0, 'already-there': 0 }
  const bad = { failed: 0, conflict: 0, unknown: 0, cancelled: 0 }
  return {
    runId: '11111111-1111-4111-8111-111111111111',
    state: 'running',
    stopReason: null,
    stoppedBecause: null,
    startedAt: '2026-11-22T10:00:00.000Z',
    finishedAt: null,
    itemCount: 2,
    counts: { ...none, ...bad, ...counts },
    secondsLeft: null,
    stepsPerMinute: 0,
    waitingUntil: null,
    change,
  }
}

test.each<[SetUpStepState[], SetUpStepState, boolean]>([
  [['done', 'done'], 'done', false],
  [['already-there', 'done'], 'done', false],
  [['failed', 'cancelled'], 'failed', true],
  [['done', 'conflict'], 'conflict', true],
  [['done', 'waiting'], 'waiting', false],
  [['done', 'pending'], 'pending', false],
])('a row of the steps %j is told as %s', (states, told, wrong) => {
  const row = runRow(
    item(
      1,
      states.map((state, index) => step(index + 1, state)),
    ),
    words,
  )
  expect([row.state, isProblem(row)]).toEqual([told, wrong])
})

test('a row that failed says what happened and what to do, and of which step where it was not its trust', () => {
  expect(runRow(item(1, [step(2, 'failed')]), words).detail).toBe('Azure refused it. Try again.')
  expect(runRow(item(1, [step(1, 'failed')]), words).detail).toBe(
    'Identity step-1: Azure refused it. Try again.',
  )
})

test('a row of roles tells them by name, and one that the portal does not know by its ID', () => {
  const scope = '/subscriptions/3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501/resourceGroups/rg-pay'
  const roles = ['ACDD72A7-3385-48EF-BD42-F606FBA81AE7', '4633458b-17de-408a-b874-0445c86b69e6'].map(
    (roleId, index) => ({ ...step(index + 2, 'done'), kind: 'role' as const, name: `${roleId} ${scope}` }),
  )
  expect(runRow(item(1, roles), words).makes).toBe(
    'Role Reader on rg-pay, Role 4633458b-17de-408a-b874-0445c86b69e6 on rg-pay',
  )
})

test('an event changes only the rows it names, and an older one brings no older counts', () => {
  const before = { run: run(5, {}), items: [item(1, [step(1, 'running')]), item(2, [step(2, 'pending', 2)])] }
  const after = mergeEvent(before, { run: run(6, { done: 1 }), steps: [step(1, 'done')] })
  expect(after.items[0]?.steps[0]?.state).toBe('done')
  expect(after.items[1]).toBe(before.items[1])
  expect(mergeEvent(after, { run: run(4, {}), steps: [] }).run.change).toBe(6)
})

test.each([
  [run(1, { done: 3, pending: 2 }), 'Creating trusts'],
  [{ ...run(1, { done: 3, pending: 2 }), state: 'stopped' as const }, 'Creating trusts, stopped'],
  [{ ...run(1, { done: 3, pending: 2 }), state: 'paused' as const }, 'Creating trusts, paused'],
  [{ ...run(1, { done: 3, failed: 1 }), state: 'finished' as const }, 'Trusts created in part'],
  [{ ...run(1, { done: 3, 'already-there': 1 }), state: 'finished' as const }, 'Trusts created'],
])('the head of a run says how it stands', (of, title) => {
  expect(runTitle(of)).toBe(title)
})

test.each([
  [run(1, { done: 3, pending: 2 }), 'running, 3 of 5'],
  [{ ...run(1, { done: 3, pending: 2 }), state: 'stopped' as const }, 'stopped at 3 of 5'],
  [{ ...run(1, { done: 3, pending: 2 }), state: 'paused' as const }, 'waits for you to sign in again'],
  [{ ...run(1, { done: 3, failed: 1, cancelled: 1 }), state: 'finished' as const }, 'finished, 2 not made'],
  [{ ...run(1, { done: 3 }), state: 'finished' as const }, 'finished'],
])('a run in words', (of, words) => {
  expect(runStateWords(of)).toBe(words)
  expect(progressOf(of).ended).toBeLessThanOrEqual(progressOf(of).all)
})
