import type { PolicySave, PolicySet, StoredPolicies } from '@trustwright/shared-schemas'
import { policyVersion } from '../../db/schema-policies.ts'
import { auditedWrite } from '../../domain/audited-write.ts'
import { readPolicyRow, type PolicyRow } from '../../domain/policy-settings.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { PolicyDeps } from './policy-deps.ts'
import { toPolicies } from './to-policies.ts'

/** Saves a new version over the one that the person saw, and no other. Throws POLICIES_CHANGED_MEANWHILE. */
export async function savePolicies(
  deps: PolicyDeps,
  caller: Caller,
  { version, body, note }: PolicySave,
): Promise<StoredPolicies> {
  const { audit, db, onSaved } = deps
  const before = await readPolicyRow(db, caller.tenantId)
  const told = (set: PolicySet | null, of: number) => ({ version: of, ...set })
  const row = await auditedWrite(
    audit,
    {
      caller,
      operation: 'policies.save',
      target: `/tenants/${caller.tenantId}/policies`,
      before: before && told(before.body, before.version),
      after: told(body, version + 1),
    },
    async () => ({
      value: await insert(deps, caller, { version, body, note }),
      upstreamRequestId: null,
    }),
    (saved) => told(saved.body, saved.version),
  )
  onSaved?.(caller.tenantId)
  return toPolicies(row)
}

/** Two people who saw the same version insert the same number: the key lets one of them through. */
async function insert(
  { clock, db }: PolicyDeps,
  { tenantId, objectId, username }: Caller,
  { version, body, note }: PolicySave,
): Promise<PolicyRow> {
  const current = await readPolicyRow(db, tenantId)
  if ((current?.version ?? 0) === version) {
    const [row] = await db
      .insert(policyVersion)
      .values({
        tenantId,
        version: version + 1,
        body,
        savedByObjectId: objectId,
        savedBy: username,
        savedAt: new Date(clock.now()),
        note: note ?? null,
      })
      .onConflictDoNothing()
      .returning()
    if (row !== undefined) return row
  }
  const now = await readPolicyRow(db, tenantId)
  throw new PortalError('POLICIES_CHANGED_MEANWHILE', {
    ...(now !== null && { current: { version: now.version, changedAt: now.savedAt.toISOString() } }),
  })
}
