import type { FindingSettings } from '@trustwright/federation'
import type { PolicySet } from '@trustwright/shared-schemas'
import { and, desc, eq } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { policyVersion } from '../db/schema-policies.ts'

export type PolicyRow = typeof policyVersion.$inferSelect

/** The version that holds, or one by its number; null where nobody saved it. */
export async function readPolicyRow(
  db: Pick<Database, 'select'>,
  tenantId: string,
  version?: number,
): Promise<PolicyRow | null> {
  const ofTenant = eq(policyVersion.tenantId, tenantId)
  const [row] = await db
    .select()
    .from(policyVersion)
    .where(version === undefined ? ofTenant : and(ofTenant, eq(policyVersion.version, version)))
    .orderBy(desc(policyVersion.version))
    .limit(1)
  return row ?? null
}

/** The rules of a tenant as findings are judged by them; none of them where nobody saved any. */
export async function readPolicySettings(db: Database, tenantId: string): Promise<FindingSettings> {
  const row = await readPolicyRow(db, tenantId)
  return row === null ? {} : toSettings(row.body)
}

/** Issuers count as allowed by decision as soon as a rule for everything names some. */
function toSettings({ policies, knownIssuers, knownAudiences }: PolicySet): FindingSettings {
  const allowed = policies
    .filter(({ parentKinds, scopes }) => parentKinds === undefined && scopes === undefined)
    .flatMap(({ allowedIssuers = [] }) => allowedIssuers)
  return {
    policies,
    ...(allowed.length > 0 && { allowedIssuers: allowed }),
    ...(knownIssuers !== undefined && { knownIssuers }),
    ...(knownAudiences !== undefined && { knownAudiences }),
  }
}
