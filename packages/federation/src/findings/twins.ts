import { withoutEndSlashes } from '../diagnosis/platform-of.ts'
import { deadCauses } from './dead-causes.ts'
import { valueOf } from './facts/fact.ts'
import type { FindingTrust } from './facts/inventory.ts'
import { once } from './once.ts'
import { trustCaseOf } from './trust-case.ts'
import type { FindingWorld } from './world.ts'

/** Trusts of one parent whose claims differ in a slash, in white space or in letter case alone: tokens carry one spelling. */
export interface TwinGroup {
  /** Those that a sign-in was seen of. */
  readonly used: () => readonly FindingTrust[]
  /** Those of which nothing proves that they cannot match. */
  readonly alive: () => readonly FindingTrust[]
}

/** By the key of a trust. Only trusts that have a twin are in the map. */
export function twinGroupsOf(
  trusts: readonly FindingTrust[],
  world: FindingWorld,
): ReadonlyMap<string, TwinGroup> {
  const found = new Map<string, TwinGroup>()
  for (const members of Map.groupBy(trusts, alikeKey).values()) {
    if (!haveSpellings(members)) continue
    const group: TwinGroup = {
      used: once(() => members.filter(isUsed)),
      alive: once(() => members.filter((member) => deadCauses(trustCaseOf(member, world)).length === 0)),
    }
    for (const member of members) found.set(member.key, group)
  }
  return found
}

/** A trust without an exact subject is alike to itself alone. */
function alikeKey({ key, issuer, subject, expression, parentKey }: FindingTrust): string {
  if (subject === null || subject.trim() === '' || expression !== null) return `alone\n${key}`
  return `${parentKey}\n${withoutEndSlashes(issuer.trim())}\n${subject.trim()}`.toLowerCase()
}

/** Azure keeps claims apart on one parent, so that equal ones are one row read twice. */
function haveSpellings(members: readonly FindingTrust[]): boolean {
  const [first, ...others] = members
  return others.some(({ issuer, subject }) => issuer !== first?.issuer || subject !== first.subject)
}

function isUsed({ lastUse }: FindingTrust): boolean {
  return valueOf(lastUse)?.state === 'used'
}
