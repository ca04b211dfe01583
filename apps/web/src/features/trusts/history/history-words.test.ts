import { expect, test } from 'vitest'
import { changedValues, historyLimits, whoWords, type Noticed } from './history-words.ts'

const values = {
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'a',
  expression: null,
  audience: 'api://AzureADTokenExchange',
  description: null,
}
const noticed: Noticed = {
  kind: 'noticed',
  at: '2026-11-22T10:00:00Z',
  notBefore: '2026-11-21T10:00:00Z',
  change: 'changed',
  before: values,
  after: { ...values, subject: null, expression: 'b' },
  by: null,
}
const exact = (at: string) => at

test.each<[string, Partial<Noticed>, string]>([
  [
    'a log tells',
    { by: { who: 'sam', at: noticed.at, source: 'directory-audit' } },
    'By sam, says the directory audit.',
  ],
  [
    'no log tells',
    {},
    'By whom is not known: no log that could be asked tells. It happened after 2026-11-21T10:00:00Z.',
  ],
  ['it was there at first', { change: 'there-at-first' }, 'Since when, and by whom, is not known.'],
])('who made what a reading noticed, where %s', (_case, change, words) => {
  expect(whoWords({ ...noticed, ...change }, exact)).toBe(words)
})

test('values are compared where there are two of them, and a subject that became a pattern is told as both', () => {
  expect(changedValues({ ...noticed, before: null })).toEqual([])
  expect(changedValues(noticed).map(({ label, before, after }) => [label, before, after])).toEqual([
    ['Subject', 'a', ''],
    ['Pattern', '', 'b'],
  ])
})

test('a history says how far back it reaches, and what it may not tell', () => {
  const nothing = {
    entries: [],
    hasMore: false,
    readSince: null,
    lastReadAt: null,
    logsSince: null,
    unread: [],
    isParentGone: false,
  }
  expect(historyLimits(nothing, exact)).toEqual([])
  const gone = { ...nothing, readSince: '1', lastReadAt: '2', isParentGone: true }
  expect(historyLimits(gone, exact)).toEqual([
    'Your readings know it since 1; the last one was 2.',
    'Azure shows its identity or application no more, so what others did here is not told.',
  ])
})
