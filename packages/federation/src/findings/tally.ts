import type { FactGap } from './facts/fact.ts'
import type { NotJudged } from './finding.ts'
import { type FindingRuleId, findingRuleIds } from './rule-ids.ts'

/** What could not be judged. */
export interface Tally {
  /** `key` is of a trust or parent. */
  readonly add: (rule: FindingRuleId, reason: FactGap, key: string) => void
  readonly has: (rule: FindingRuleId, key: string) => boolean
  /** In the order of the rules. */
  readonly notJudged: () => readonly NotJudged[]
}

export function tallyOf(): Tally {
  const counts = new Map(findingRuleIds.map((rule) => [rule, new Map<FactGap, number>()]))
  const keys = new Map(findingRuleIds.map((rule) => [rule, new Set<string>()]))
  return {
    add(rule, reason, key) {
      const ofRule = counts.get(rule)
      ofRule?.set(reason, (ofRule.get(reason) ?? 0) + 1)
      keys.get(rule)?.add(key)
    },
    has: (rule, key) => keys.get(rule)?.has(key) === true,
    notJudged: () =>
      [...counts].flatMap(([rule, ofRule]) =>
        [...ofRule].map(([reason, count]) => ({ rule, reason, count })),
      ),
  }
}
