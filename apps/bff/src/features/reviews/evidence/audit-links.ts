import type { AuditLink } from '@trustwright/shared-schemas'
import { and, asc, desc, eq, gte, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { activityEvent } from '../../../db/schema.ts'
import { auditLink } from '../../../db/schema-audit.ts'
import { itemTargetOf, targetOf, type ReviewRecord } from '../find-review.ts'

export interface FoundLink extends AuditLink {
  readonly operation: string
  readonly by: string
  readonly targetKey: string
  readonly after: unknown
}

const columns = {
  number: auditLink.number,
  hash: auditLink.hash,
  at: activityEvent.at,
  operation: activityEvent.operation,
  by: activityEvent.actorUsername,
  targetKey: activityEvent.targetKey,
  after: activityEvent.after,
}

/** Last links of what was done with success to the review itself, or to these of its lines, oldest first. */
export async function linksOfReview(
  db: Database,
  { reviewId, tenantId }: ReviewRecord,
  ordinals?: readonly number[],
): Promise<FoundLink[]> {
  const targets = ordinals?.map((ordinal) => itemTargetOf(reviewId, ordinal)) ?? [targetOf({ reviewId })]
  if (targets.length === 0) return []
  return await select(
    db,
    and(
      eq(activityEvent.tenantId, tenantId),
      eq(activityEvent.outcome, 'succeeded'),
      inArray(activityEvent.targetKey, targets),
    ),
  )
}

/** The same of deletions of these trusts since the review was applied. */
export async function linksOfRemovals(
  db: Database,
  { applyStartedAt, tenantId }: ReviewRecord,
  trustKeys: readonly string[],
): Promise<FoundLink[]> {
  if (applyStartedAt === null || trustKeys.length === 0) return []
  return await select(
    db,
    and(
      eq(activityEvent.tenantId, tenantId),
      eq(activityEvent.operation, 'trust.delete'),
      inArray(activityEvent.targetKey, [...trustKeys]),
      gte(activityEvent.at, applyStartedAt),
    ),
  )
}

async function select(db: Database, where: ReturnType<typeof and>): Promise<FoundLink[]> {
  const last = sql`${auditLink.number} = (select max(l.number) from audit_link l
    where l.activity_id = ${activityEvent.activityId})`
  const rows = await db
    .select(columns)
    .from(activityEvent)
    .innerJoin(auditLink, and(eq(auditLink.activityId, activityEvent.activityId), last))
    .where(where)
    .orderBy(asc(auditLink.number))
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

export async function headOfChain(db: Database): Promise<Pick<AuditLink, 'number' | 'hash'> | null> {
  const [head] = await db
    .select({ number: auditLink.number, hash: auditLink.hash })
    .from(auditLink)
    .orderBy(desc(auditLink.number))
    .limit(1)
  return head ?? null
}
