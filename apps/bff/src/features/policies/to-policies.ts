import type { PolicyVersion, StoredPolicies } from '@trustwright/shared-schemas'
import type { PolicyRow } from '../../domain/policy-settings.ts'

/** Before anybody saved rules. */
export const noPolicies: StoredPolicies = {
  version: 0,
  savedAt: null,
  savedBy: null,
  note: null,
  body: { policies: [] },
}

export function toVersion({
  version,
  savedAt,
  savedBy,
  note,
}: Omit<PolicyRow, 'body' | 'tenantId' | 'savedByObjectId'>): PolicyVersion {
  return { version, savedAt: savedAt.toISOString(), savedBy, note }
}

export function toPolicies(row: PolicyRow): StoredPolicies {
  return { ...toVersion(row), body: row.body }
}
