import type { AcceptRuleBody, StoredFinding } from '@trustwright/shared-schemas'

export type RulePartKey = 'parentKeys' | 'issuers' | 'subjects' | 'trustNames'

type Parts = Pick<StoredFinding, 'issuer' | 'parentKey' | 'parentName' | 'subject' | 'trustName'>

/** What a rule made from a finding may narrow itself to, and its value in words. */
export function ruleParts({ issuer, parentKey, parentName, subject, trustName }: Parts) {
  const parts: { readonly key: RulePartKey; readonly label: string; readonly value: string }[] = [
    { key: 'parentKeys', label: `On ${parentName === '' ? parentKey : parentName}`, value: parentKey },
  ]
  if (issuer !== null) parts.push({ key: 'issuers', label: `Issuer ${issuer}`, value: issuer })
  if (subject !== null) parts.push({ key: 'subjects', label: `Subject ${subject}`, value: subject })
  if (trustName !== null) parts.push({ key: 'trustNames', label: `Trust ${trustName}`, value: trustName })
  return parts
}

/** The rule that fits the finding, and what is like it in the ticked parts. */
export function ruleBodyOf(
  finding: Parts & Pick<StoredFinding, 'rule' | 'severity'>,
  ticked: ReadonlySet<RulePartKey>,
): AcceptRuleBody {
  const parts = ruleParts(finding).filter(({ key }) => ticked.has(key))
  return {
    rules: [finding.rule],
    severityUpTo: finding.severity,
    ...Object.fromEntries(parts.map(({ key, value }) => [key, [value]])),
  }
}
