import type { FindingGroup } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { splitWords, totalsOf, worstFirst, worstOf } from './group-order.ts'

const none = { critical: 0, high: 0, medium: 0, low: 0, info: 0 }

function group(rule: FindingGroup['rule'], severities: Partial<typeof none>, accepted = 0): FindingGroup {
  const all = { ...none, ...severities }
  const active = Object.values(all).reduce((sum, many) => sum + many, 0)
  return {
    rule,
    title: rule,
    because: '',
    needs: '',
    remedy: '',
    severity: 'info',
    states: { active, accepted, fixed: 0 },
    severities: all,
    notJudged: [],
  }
}

test('one critical finding stands before a thousand low ones, and rules without any are left out', () => {
  const groups = [
    group('unused', { low: 1000 }),
    group('wide-role', { critical: 1 }),
    group('no-owner', {}, 5),
    group('cannot-match', { critical: 1, high: 2 }),
  ]
  expect(worstFirst(groups).map(({ rule }) => rule)).toEqual(['cannot-match', 'wide-role', 'unused'])
  expect(totalsOf(groups)).toMatchObject({ active: 1004, accepted: 5, fixed: 0 })
})

test.each([
  [{ low: 3, high: 1 }, 'high'],
  [{ info: 1 }, 'info'],
  [{}, null],
])('of %j the worst is %s', (severities, worst) => {
  expect(worstOf(group('unused', severities))).toBe(worst)
})

test.each([
  [{ critical: 2, high: 1008 }, '2 critical, 1,008 high'],
  [{ high: 3 }, null],
])('%j is told as %j', (severities, words) => {
  expect(splitWords(group('wide-role', severities))).toBe(words)
})
