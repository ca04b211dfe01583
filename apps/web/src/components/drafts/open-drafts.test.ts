import {
  SetUpCounts,
  SetUpStepState,
  type DraftSummary,
  type SetUpRun,
  emptyDraftBody,
} from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { openDrafts } from './open-drafts.ts'

const at = '2026-11-22T10:42:00.000Z'
const runId = '55555555-5555-4555-8555-555555555555'
const { bulk: _, ...body } = emptyDraftBody
const draft = (run: string | null): DraftSummary => ({
  draftId: '33333333-3333-4333-8333-333333333333',
  version: 1,
  createdAt: at,
  changedAt: at,
  keptUntil: at,
  runId: run,
  body,
  bulk: null,
})
const none = Object.fromEntries(SetUpStepState.options.map((state) => [state, 0]))
const run = (state: SetUpRun['state'], counts: Partial<SetUpRun['counts']>): SetUpRun => ({
  runId,
  state,
  stopReason: null,
  stoppedBecause: null,
  startedAt: at,
  finishedAt: null,
  itemCount: 1,
  counts: SetUpCounts.parse({ ...none, ...counts }),
  secondsLeft: null,
  stepsPerMinute: 0,
  waitingUntil: null,
  change: 1,
})

const words = (run_: SetUpRun[], id: string | null = runId) =>
  openDrafts([draft(id)], run_).map(({ progress }) => progress)

test('a draft whose set-up made everything did its work and is not listed', () => {
  expect(words([run('finished', { done: 2, 'already-there': 1 })])).toEqual([])
})

test.each([
  [
    'that failed in part',
    run('finished', { done: 1, failed: 1, cancelled: 1 }),
    'Not finished: 2 of 3 steps not made',
  ],
  ['that stopped', run('stopped', { done: 1, pending: 1 }), 'Not finished: 1 of 2 steps not made'],
  [
    'that waits for a sign-in',
    run('paused', { pending: 2 }),
    'Waits for you to go on: 2 of 2 steps not made',
  ],
  ['that goes on', run('running', { done: 1, running: 1 }), 'Being created: 1 of 2 steps done'],
])('one %s says so', (_name, one, expected) => {
  expect(words([one])).toEqual([expected])
})

test('a draft without a set-up, or with one that is forgotten, is listed as it is', () => {
  expect(words([], null)).toEqual([null])
  expect(words([])).toEqual([null])
})
