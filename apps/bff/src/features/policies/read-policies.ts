import type { StoredPolicies } from '@trustwright/shared-schemas'
import { readPolicyRow } from '../../domain/policy-settings.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { PolicyDeps } from './policy-deps.ts'
import { noPolicies, toPolicies } from './to-policies.ts'

/** The rules that hold, or those of one version. Throws POLICIES_NOT_FOUND. */
export async function readPolicies(
  { db }: Pick<PolicyDeps, 'db'>,
  { tenantId }: Caller,
  version?: number,
): Promise<StoredPolicies> {
  const row = await readPolicyRow(db, tenantId, version)
  if (row !== null) return toPolicies(row)
  if (version === undefined || version === 0) return noPolicies
  throw new PortalError('POLICIES_NOT_FOUND')
}
