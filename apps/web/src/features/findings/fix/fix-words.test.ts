import { expect, test } from 'vitest'
import { actionWords, planWords, runWords, valueLines, withEdges } from './fix-words.ts'

const values = { issuer: 'https://a', subject: 'repo:a', expression: null, audiences: ['api://x'] }

test.each([
  ['delete', null, 'Delete gh-pay'],
  ['change', null, 'Change gh-pay'],
  ['add', 'gh-pay-id', 'Add gh-pay-id beside gh-pay, which stays'],
] as const)('to %s is said with the effect first', (action, newName, words) => {
  expect(actionWords({ action, name: 'gh-pay', newName })).toBe(words)
})

test('only what differs is shown, and all of what goes', () => {
  expect(valueLines({ before: values, after: { ...values, subject: 'repo:b' } })).toEqual([
    { claim: 'subject', before: 'repo:a', after: 'repo:b' },
  ])
  expect(valueLines({ before: values, after: null }).map(({ claim }) => claim)).toEqual([
    'issuer',
    'subject',
    'audience',
  ])
})

test.each([
  ['api://x ', 'api://x·'],
  [' \tapi://x', '·[U+0009]api://x'],
  ['a b', 'a b'],
])('of %j the spaces at the ends are seen', (value, seen) => {
  expect(withEdges(value)).toBe(seen)
})

const run = {
  runId: '11111111-2222-4333-8444-555555555555',
  origin: 'findings',
  originId: null,
  state: 'running',
  stoppedBecause: null,
  startedAt: '2026-11-22T15:00:00Z',
  startedBy: 'ada@contoso.com',
  finishedAt: null,
  itemCount: 5,
  counts: { pending: 1, running: 0, waiting: 0, done: 2, already: 1, failed: 1, conflict: 0, unknown: 0 },
  secondsLeft: 8,
} as const

test.each([
  [{}, '3 of 5 changes made, 1 not, about 8 s left.'],
  [{ state: 'finished' as const, secondsLeft: null }, '3 of 5 changes made, 1 not.'],
  [
    { state: 'paused' as const, secondsLeft: null },
    '3 of 5 changes made, 1 not. It waits until you sign in again.',
  ],
])('a run with %j says how it stands', (change, words) => {
  expect(runWords({ ...run, ...change })).toBe(words)
})

test.each([
  [['change', 'delete', 'change'], '2 changes, 1 deletion'],
  [['add'], '1 addition'],
] as const)('a plan of %j is told as %j', (actions, words) => {
  expect(planWords(actions.map((action) => ({ action })))).toBe(words)
})
