import { randomUUID } from 'node:crypto'
import type { AcceptFindings } from '@trustwright/shared-schemas'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { finding, findingAcceptance } from '../../db/schema-findings.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { demandSoon } from './demand-soon.ts'
import type { FindingDeps } from './finding-deps.ts'

/**
 * Accepts findings of the tenant until a day. An acceptance that holds already is replaced, and stays in the table as withdrawn.
 * Throws NOT_FOUND where one of them is none, INPUT_REFUSED for a day that is past or too far.
 */
export async function acceptFindings(
  { audit, clock, db }: FindingDeps,
  caller: Caller,
  { hashes, until, reason }: AcceptFindings,
): Promise<{ accepted: number }> {
  const at = new Date(clock.now())
  demandSoon(until, at)
  const { tenantId, objectId, username } = caller
  const wanted = [...new Set(hashes)]
  const known = await db
    .selectDistinct({ keyHash: finding.keyHash })
    .from(finding)
    .where(and(eq(finding.tenantId, tenantId), inArray(finding.keyHash, wanted)))
  if (known.length < wanted.length) {
    throw new PortalError('NOT_FOUND', {
      detail: `${wanted.length - known.length} of ${wanted.length} findings are not there: their facts changed, or they were never found.`,
      nextStep: 'Load the findings anew, then accept those that are left.',
    })
  }
  const activityId = await audit.begin({
    caller,
    operation: 'finding.accept',
    target: `/tenants/${tenantId}`,
    after: { hashes: wanted, until, reason },
  })
  await db.transaction(async (tx) => {
    await tx
      .update(findingAcceptance)
      .set({ withdrawnAt: at, withdrawnBy: username })
      .where(
        and(
          eq(findingAcceptance.tenantId, tenantId),
          inArray(findingAcceptance.keyHash, wanted),
          isNull(findingAcceptance.withdrawnAt),
        ),
      )
    await tx
      .insert(findingAcceptance)
      .values(
        wanted.map((keyHash) => ({
          acceptanceId: randomUUID(),
          tenantId,
          keyHash,
          until: new Date(until),
          reason,
          by: username,
          byObjectId: objectId,
          at,
        })),
      )
      // Somebody else accepted it in the same moment: theirs holds.
      .onConflictDoNothing()
  })
  await audit.finish(activityId, { outcome: 'succeeded' })
  return { accepted: wanted.length }
}
