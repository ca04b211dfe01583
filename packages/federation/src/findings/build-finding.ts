import type { Finding, FindingFix } from './finding.ts'
import type { ParentCase } from './parent-case.ts'
import type { FindingRule, Hit, ParentRule, TrustRule } from './rule.ts'
import { rulePath } from './rule-path.ts'
import { isAksManaged } from './rules/aks-managed.ts'
import type { TrustCase } from './trust-case.ts'
import { valueOf } from './facts/fact.ts'

export function findingOfTrust(rule: TrustRule, hit: Hit, trustCase: TrustCase): Finding {
  const { trust, parent } = trustCase
  const { issuer, subject, expression, audiences } = trust
  return {
    key: keyOf([rule.id, trust.key, issuer, subject, expression, audiences, hit.news]),
    ...wordsOf(rule, hit),
    fix: valueOf(isAksManaged(trustCase)) === true ? withheld(hit.fix) : hit.fix,
    trustKey: trust.key,
    trustName: trust.name,
    issuer,
    subject: expression ?? subject,
    parentKey: trust.parentKey,
    parentKind: parent?.kind ?? null,
    parentName: parent?.displayName ?? '',
  }
}

export function findingOfParent(rule: ParentRule, hit: Hit, { parent }: ParentCase): Finding {
  return {
    key: keyOf([rule.id, parent.key, hit.news]),
    ...wordsOf(rule, hit),
    fix: hit.fix,
    trustKey: null,
    trustName: null,
    issuer: null,
    subject: null,
    parentKey: parent.key,
    parentKind: parent.kind,
    parentName: parent.displayName,
  }
}

function wordsOf(rule: FindingRule, { text, evidence, severity, because }: Hit) {
  return {
    rule: rule.id,
    severity: severity ?? rule.severity,
    because: because ?? rule.because,
    title: rule.title,
    text,
    evidence,
    docs: rulePath(rule.id),
  } as const
}

/** JSON keeps the parts apart whatever characters they hold. */
function keyOf(parts: readonly unknown[]): string {
  return JSON.stringify(parts)
}

/** What AKS keeps is changed at the cluster alone. */
function withheld({ action }: FindingFix): FindingFix {
  const text =
    'Leave the trust alone: AKS keeps it. Change it at the cluster, or take the access away from the identity.'
  return action === undefined
    ? { text }
    : { text, withheld: 'AKS made it and keeps it: a change by hand breaks the cluster.' }
}
