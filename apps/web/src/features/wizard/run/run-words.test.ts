import { expect, test } from 'vitest'
import { sampleItem, sampleRun, sampleStep } from '../../../components/testing/sample-run.ts'
import {
  firstBad,
  isComplete,
  leftRoles,
  madeParent,
  stepToChange,
  stepWords,
  storedAt,
  storedTrusts,
} from './run-words.ts'

const application = { kind: 'newApplication', displayName: 'pay' } as const
const appId = '7fb35174-c23e-4fc3-9d9d-e6b7bce32733'
const identity = sampleStep({ kind: 'identity', name: 'id-pay', state: 'done' })
const at = '2026-11-22T10:42:00.000Z'

test.each([
  ['done', 'Trust gh-pay-api-prod: made'],
  ['already-there', 'Trust gh-pay-api-prod: there already'],
  ['conflict', 'Trust gh-pay-api-prod: not made: something else is there'],
  ['unknown', 'Trust gh-pay-api-prod: the answer was lost'],
] as const)('a step that is %s has its words', (state, words) => {
  expect(stepWords(sampleStep({ state }))).toBe(words)
})

test('a role is told by its place, never by its ID', () => {
  expect(
    stepWords(sampleStep({ kind: 'role', name: `${appId} /subscriptions/s/resourceGroups/rg-pay` })),
  ).toBe('Role on rg-pay: not started')
})

test.each([
  ['finished', 'done', true],
  ['finished', 'already-there', true],
  ['finished', 'unknown', false],
  ['finished', 'cancelled', false],
  ['stopped', 'done', false],
  ['running', 'done', false],
] as const)('a run that is %s with a step %s is complete: %s', (state, step, complete) => {
  expect(isComplete(sampleRun({ state }), [sampleItem([sampleStep({ state: step })])])).toBe(complete)
})

test('what keeps the rest from being tried is named, with the step where it can be changed', () => {
  const failed = sampleStep({ ordinal: 2, kind: 'role', state: 'failed' })
  const bad = firstBad([sampleItem([identity, failed, sampleStep({ ordinal: 3, state: 'cancelled' })])])
  expect(bad).toEqual(failed)
  expect(stepToChange(failed)).toBe('access')
  expect(stepToChange(sampleStep())).toBe('workload')
  expect(stepToChange(identity)).toBe('identity')
  // Its identity was deleted meanwhile.
  expect(stepToChange(sampleStep({ code: 'NOT_FOUND' }))).toBe('identity')
})

test('only trusts that are in Azure are shown, and a new application only once its ID is known', () => {
  const trust = sampleStep({ ordinal: 2, state: 'done', finishedAt: at })
  const made = sampleStep({ kind: 'application', state: 'done', result: { appId } })
  expect(storedTrusts([sampleItem([identity, trust])])).toHaveLength(1)
  expect(storedTrusts([sampleItem([identity, sampleStep({ state: 'failed' })])])).toEqual([])
  expect(storedTrusts([sampleItem([trust], { parent: application })])).toEqual([])
  expect(storedTrusts([sampleItem([made, trust], { parent: application })])[0]?.parent).toEqual({
    kind: 'application',
    appId,
  })
  expect(storedAt([sampleItem([identity, trust])])).toBe(Date.parse(at))
  expect(storedAt([sampleItem([sampleStep({ state: 'already-there', finishedAt: at })])])).toBeNull()
})

test('roles that were left to an administrator are told from those that the run gives', () => {
  const [given, left] = [
    { roleId: appId, scope: '/subscriptions/s/resourceGroups/rg-pay' },
    { roleId: appId, scope: '/subscriptions/s' },
  ]
  const role = sampleStep({
    kind: 'role',
    name: `${given?.roleId ?? ''} ${given?.scope.toUpperCase() ?? ''}`,
  })
  expect(
    leftRoles(
      [given, left].flatMap((one) => one ?? []),
      [sampleItem([role])],
    ),
  ).toEqual([left])
})

test('what was made is what a changed draft goes on with, so that it is not made twice', () => {
  const made = sampleStep({ kind: 'application', state: 'done', result: { appId } })
  const failed = sampleStep({ kind: 'application', state: 'failed' })
  expect(madeParent([sampleItem([made], { parent: application })])).toEqual({ kind: 'application', appId })
  expect(madeParent([sampleItem([failed], { parent: application })])).toBeNull()
  expect(madeParent([sampleItem([identity])])?.kind).toBe('managedIdentity')
  expect(madeParent([])).toBeNull()
})
