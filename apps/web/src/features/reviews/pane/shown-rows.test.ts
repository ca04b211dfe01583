import { expect, test } from 'vitest'
import { beside, countFilters, fits, openOrdinal, withDecision } from './shown-rows.ts'

/** The fifth one may not be seen. */
const lines = { severities: 'h--l ', decisions: '-k-- ' }

test.each([
  [undefined, [1, 2, 3, 4]],
  ['undecided', [1, 3, 4]],
  ['risky', [1]],
  ['keep', [2]],
  ['remove', []],
] as const)('the filter %s shows its lines', (filter, shown) => {
  expect([0, 1, 2, 3, 4, 5, 6].filter((ordinal) => fits(lines, ordinal, filter))).toEqual(shown)
  expect(countFilters(lines)[filter ?? 'all']).toBe(shown.length)
})

test.each([
  ['the next undecided one', 1, 1, 3],
  ['the one before', 4, -1, 3],
  ['the first again behind the last', 4, 1, 1],
  ['the last again before the first', 1, -1, 4],
] as const)('%s comes next', (_, from, step, next) => {
  expect(beside(lines, 'undecided', { from, step })).toBe(next)
})

test('behind the only line that fits comes none', () => {
  expect(beside(lines, 'risky', { from: 1, step: 1 })).toBeNull()
})

test.each([
  ['2', 2],
  ['5', 1],
  ['9', 1],
  [undefined, 1],
])('an address that asks for %s opens %i', (asked, open) => {
  expect(openOrdinal(lines, 'undecided', asked)).toBe(open)
})

test.each([
  [3, 'remove', '-kr- '],
  [2, null, '---- '],
] as const)('a decision about %i stands in its place', (ordinal, decision, decisions) => {
  expect(withDecision(lines, ordinal, decision).decisions).toBe(decisions)
})

test('among 40,000 lines the only one left is found at once', () => {
  const many = { severities: '-'.repeat(40_000), decisions: `${'k'.repeat(39_999)}-` }
  const times = [1, 2, 3].map(() => {
    const begun = performance.now()
    expect(beside(many, 'undecided', { from: 1, step: 1 })).toBe(40_000)
    expect(countFilters(many)).toMatchObject({ all: 40_000, undecided: 1, keep: 39_999 })
    return performance.now() - begun
  })
  // The best of three: the machine may be busy with something else.
  expect(Math.min(...times)).toBeLessThan(100)
})
