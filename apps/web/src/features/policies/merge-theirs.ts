import type { Policy, PolicySet } from '@trustwright/shared-schemas'
import { setToDraft, type PolicyDraft, type PolicySetDraft } from './policy-form.ts'

/**
 * What was typed with what others changed meanwhile in rules that were not touched here. A rule that both changed stays as it was
 * typed. Answers the draft itself where there is nothing to take over.
 */
export function mergeTheirs(before: PolicySet, now: PolicySet, mine: PolicySetDraft): PolicySetDraft {
  const old = byId(before)
  const theirs = byId(now)
  const own = new Set(mine.policies.map(({ id }) => id))
  const kept = mine.policies.flatMap((policy): readonly PolicyDraft[] => {
    const was = old.get(policy.id)
    if (was === undefined || !isSame(was, policy)) return [policy]
    const is = theirs.get(policy.id)
    if (is === undefined) return []
    return isSame(is, policy) ? [policy] : [is]
  })
  const added = [...theirs.values()].filter(({ id }) => !own.has(id) && !old.has(id))
  const known = (part: 'knownIssuers' | 'knownAudiences') => {
    const [was, is] = [setToDraft(before)[part], setToDraft(now)[part]]
    return mine[part] === was ? is : mine[part]
  }
  const merged = {
    policies: [...kept, ...added],
    knownIssuers: known('knownIssuers'),
    knownAudiences: known('knownAudiences'),
  }
  return JSON.stringify(merged) === JSON.stringify(mine) ? mine : merged
}

function byId(set: PolicySet): ReadonlyMap<Policy['id'], PolicyDraft> {
  return new Map(setToDraft(set).policies.map((policy) => [policy.id, policy]))
}

function isSame(one: PolicyDraft, other: PolicyDraft): boolean {
  return JSON.stringify({ ...one, key: '' }) === JSON.stringify({ ...other, key: '' })
}
