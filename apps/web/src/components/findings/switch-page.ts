import { idSwitchOf } from '@trustwright/federation'
import type { StoredFinding } from '@trustwright/shared-schemas'
import { pageOfFinding } from './subject-of-finding.ts'

/** Found where names stand in the place of IDs. */
const ofNames: readonly StoredFinding['rule'][] = ['id-migration-due', 'mutable-subject']

/** The guided switch to a subject with IDs, for a trust that names a GitHub repository; null for any other. */
export function switchPage(
  finding: Pick<StoredFinding, 'rule' | 'issuer' | 'subject' | 'parentKey' | 'trustName'>,
): string | null {
  const { rule, issuer, subject, trustName } = finding
  if (!ofNames.includes(rule) || issuer === null || trustName === null) return null
  const trust = { name: trustName, issuer, subject, audiences: [], seenAt: null }
  const { why } = idSwitchOf(trust, [], undefined)
  return why?.code === 'ids-unknown' ? pageOfFinding(finding, { switch: '1' }) : null
}
