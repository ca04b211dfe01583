import type { PolicyVersion } from '@trustwright/shared-schemas'
import { and, desc, eq, lt } from 'drizzle-orm'
import { policyVersion } from '../../db/schema-policies.ts'
import type { Caller } from '../../ports.ts'
import type { PolicyDeps } from './policy-deps.ts'
import { toVersion } from './to-policies.ts'

/** Newest first. */
export async function policyVersions(
  { db }: Pick<PolicyDeps, 'db'>,
  { tenantId }: Caller,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<PolicyVersion[]> {
  const { version, savedAt, savedBy, note } = policyVersion
  const older = before === undefined ? undefined : lt(version, before)
  const rows = await db
    .select({ version, savedAt, savedBy, note })
    .from(policyVersion)
    .where(and(eq(policyVersion.tenantId, tenantId), older))
    .orderBy(desc(version))
    .limit(limit)
  return rows.map(toVersion)
}
