import { expect, test } from 'vitest'
import { findTrustFindings } from './find-trust-findings.ts'
import { findingRuleIds } from './rule-ids.ts'
import { gapKey } from './testing/answer-sheet.ts'
import { makeTenant } from './testing/make-tenant.ts'
import { now } from './testing/planted-uses.ts'

const seeds = [1, 2, 3, 4, 5] as const
const size = 2_000

test.each(seeds)('the tenant of seed %i has every fault that was planted in it, and no other', (seed) => {
  const { inventory, settings, sheet } = makeTenant(seed, size)
  const { findings, notJudged } = findTrustFindings(inventory, settings, now)
  const found = new Map([...sheet.wrong.keys()].map((key): [string, string[]] => [key, []]))
  for (const { trustKey, parentKey, rule } of findings) found.get(trustKey ?? parentKey)?.push(rule)
  const differing = [...sheet.wrong].flatMap(([key, planted]) => {
    const rules = (found.get(key) ?? []).toSorted()
    return rules.join() === planted.join() ? [] : [{ row: rowOf(inventory, key), planted, rules }]
  })
  expect(inventory.trusts.length).toBeGreaterThanOrEqual(size)
  expect(differing.slice(0, 5)).toEqual([])
  const gaps = notJudged.map(({ rule, reason, count }) => [gapKey(rule, reason), count] as const)
  expect(Object.fromEntries(gaps)).toEqual(Object.fromEntries(sheet.gaps))
})

test('every rule is planted somewhere, and every rule is not there somewhere', () => {
  const planted = seeds.map((seed) => [...makeTenant(seed, size).sheet.wrong.values()])
  const counts = Object.groupBy(planted.flat(2), (rule) => rule)
  expect(findingRuleIds.filter((id) => (counts[id]?.length ?? 0) < 5)).toEqual([])
})

function rowOf({ trusts, parents }: ReturnType<typeof makeTenant>['inventory'], key: string) {
  return trusts.find((trust) => trust.key === key) ?? parents.find((parent) => parent.key === key)
}
