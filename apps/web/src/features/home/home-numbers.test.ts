import { expect, test } from 'vitest'
import { openReviews } from './open-reviews.ts'
import { severityCounts } from './severity-counts.ts'

const none = { critical: 0, high: 0, medium: 0, low: 0, info: 0 }

test('severities of all rules are added up, and those without any are left out', () => {
  const groups = [{ severities: { ...none, high: 2 } }, { severities: { ...none, high: 1, low: 4 } }]
  expect(severityCounts(groups)).toEqual({
    total: 7,
    parts: [
      { severity: 'high', active: 3 },
      { severity: 'low', active: 4 },
    ],
  })
})

test('of the reviews those that are open count, and the first that is due is told', () => {
  expect(
    openReviews([
      { state: 'applied', dueAt: '2026-01-01T00:00:00Z' },
      { state: 'open', dueAt: '2026-12-01T00:00:00Z' },
      { state: 'open', dueAt: '2026-11-25T00:00:00Z' },
    ]),
  ).toEqual({ count: 2, nextDueAt: '2026-11-25T00:00:00Z' })
  expect(openReviews([])).toEqual({ count: 0, nextDueAt: null })
})
