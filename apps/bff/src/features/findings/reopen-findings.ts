import type { ReopenFindings } from '@trustwright/shared-schemas'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { findingAcceptance } from '../../db/schema-findings.ts'
import type { Caller } from '../../ports.ts'
import type { FindingDeps } from './finding-deps.ts'

/** Withdraws acceptances. Those that nobody accepted are left out of the count. */
export async function reopenFindings(
  { audit, clock, db }: FindingDeps,
  caller: Caller,
  { hashes }: ReopenFindings,
): Promise<{ reopened: number }> {
  const { tenantId, username } = caller
  const activityId = await audit.begin({
    caller,
    operation: 'finding.reopen',
    target: `/tenants/${tenantId}`,
    after: { hashes },
  })
  const rows = await db
    .update(findingAcceptance)
    .set({ withdrawnAt: new Date(clock.now()), withdrawnBy: username })
    .where(
      and(
        eq(findingAcceptance.tenantId, tenantId),
        inArray(findingAcceptance.keyHash, hashes),
        isNull(findingAcceptance.withdrawnAt),
      ),
    )
    .returning({ id: findingAcceptance.acceptanceId })
  await audit.finish(activityId, { outcome: 'succeeded' })
  return { reopened: rows.length }
}
