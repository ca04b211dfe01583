import { findingOfParent, findingOfTrust } from './build-finding.ts'
import type { FindingInventory } from './facts/inventory.ts'
import { type Finding, type FindingReport, findingSeverities } from './finding.ts'
import type { ParentCase } from './parent-case.ts'
import { type Hit, isGap, type ParentRule, type TrustRule } from './rule.ts'
import { findingRules } from './rules.ts'
import { type FindingRuleId, findingRuleIds } from './rule-ids.ts'
import type { FindingSettings } from './settings.ts'
import { type Tally, tallyOf } from './tally.ts'
import { type TrustCase, trustCaseOf } from './trust-case.ts'
import { type FindingWorld, worldOf } from './world.ts'

const trustRules = findingRules.filter((rule): rule is TrustRule => rule.about === 'trust')
const parentRules = findingRules.filter((rule): rule is ParentRule => rule.about === 'parent')

export interface JudgedInventory extends FindingReport {
  /**
   * Whether a fact was missing for a rule about this trust or parent: a finding of an earlier run, which is not among those of
   * this one, is then not known to be over.
   */
  readonly isUnjudged: (rule: FindingRuleId, key: string) => boolean
}

/**
 * What is wrong with the trusts of a tenant, and what could not be judged for want of facts. `now` is ISO 8601. Takes time in
 * proportion to the number of rows. Throws a RangeError when `now` is no time, and never because of what the rows hold.
 */
export function findTrustFindings(
  inventory: FindingInventory,
  settings: FindingSettings,
  now: string,
): JudgedInventory {
  const world = worldOf(inventory, settings, now)
  const tally = tallyOf()
  const findings = [
    ...world.trusts.flatMap((trust) => ofTrust(trustCaseOf(trust, world), tally)),
    ...parentCasesOf(world).flatMap((parentCase) => ofParent(parentCase, tally)),
  ]
  return { findings: inOrder(findings), notJudged: tally.notJudged(), isUnjudged: tally.has }
}

function ofTrust(trustCase: TrustCase, tally: Tally): readonly Finding[] {
  const found: Found[] = []
  for (const rule of trustRules) {
    const outcome = rule.judge(trustCase)
    if (outcome === null) continue
    if (isGap(outcome)) tally.add(rule.id, outcome.gap, trustCase.trust.key)
    else found.push({ rule, hit: outcome })
  }
  return outlasting(found).map(({ rule, hit }) => findingOfTrust(rule, hit, trustCase))
}

interface Found {
  readonly rule: TrustRule
  readonly hit: Hit
}

/** A finding yields to those alone that are shown themselves. */
function outlasting(found: readonly Found[]): readonly Found[] {
  if (found.length < 2) return found
  const isShown = ({ rule }: Found): boolean =>
    !found.some((other) => rule.yieldsTo?.includes(other.rule.id) === true && isShown(other))
  return found.filter(isShown)
}

function ofParent(parentCase: ParentCase, tally: Tally): readonly Finding[] {
  return parentRules.flatMap((rule) => {
    const outcome = rule.judge(parentCase)
    if (outcome === null) return []
    if (!isGap(outcome)) return [findingOfParent(rule, outcome, parentCase)]
    tally.add(rule.id, outcome.gap, parentCase.parent.key)
    return []
  })
}

function parentCasesOf(world: FindingWorld): readonly ParentCase[] {
  const { settings, numbers } = world
  return world.parents.map((parent) => ({
    parent,
    trustCount: world.trustsOf(parent.key).length,
    settings,
    numbers,
  }))
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const groups = Map.groupBy(findings, ({ severity, rule }) => `${severity} ${rule}`)
  return findingSeverities.flatMap((severity) =>
    findingRuleIds.flatMap((rule) => groups.get(`${severity} ${rule}`) ?? []),
  )
}
