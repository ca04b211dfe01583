import { expect, test } from 'vitest'
import { stepWords } from './report-head.ts'

test.each([
  ['review.open', { state: 'open', items: 3 }, 'Made and opened'],
  ['review.open', { state: 'draft' }, 'Made as a draft'],
  ['review.open', { name: 'Q4' }, 'Settings changed'],
  ['review.open', { from: 'paused', to: 'open' }, 'Set to open'],
  ['review.close', { from: 'open', to: 'ended' }, 'Set to ended'],
  ['review.apply', { removals: 1 }, 'Applied, 1 removal'],
  ['review.export', { format: 'csv' }, 'Exported as csv'],
  ['review.close', null, 'review.close'],
])('%s with %j reads: %s', (operation, what, words) => {
  expect(stepWords(operation, JSON.stringify(what))).toBe(words)
})
