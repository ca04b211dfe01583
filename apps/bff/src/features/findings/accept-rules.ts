import { randomUUID } from 'node:crypto'
import type { NewAcceptRule, StoredAcceptRule } from '@trustwright/shared-schemas'
import { and, count, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { acceptRule, finding } from '../../db/schema-findings.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { demandSoon } from './demand-soon.ts'
import type { FindingDeps } from './finding-deps.ts'
import type { Whose } from './whose.ts'

const mostRules = 200

/** Those that hold now, newest first. */
export async function listAcceptRules(
  { clock, db }: Pick<FindingDeps, 'clock' | 'db'>,
  { tenantId, owner }: Whose,
): Promise<{ rules: StoredAcceptRule[] }> {
  const [rows, counts] = await Promise.all([
    db
      .select()
      .from(acceptRule)
      .where(holding(tenantId, new Date(clock.now())))
      .orderBy(desc(acceptRule.at)),
    db
      .select({ acceptRuleId: finding.acceptRuleId, count: count() })
      .from(finding)
      .where(and(eq(finding.tenantId, tenantId), eq(finding.owner, owner), isNull(finding.fixedAt)))
      .groupBy(finding.acceptRuleId),
  ])
  const accepted = new Map(counts.map((row) => [row.acceptRuleId, row.count]))
  return { rules: rows.map((row) => toRule(row, accepted.get(row.acceptRuleId) ?? 0)) }
}

/** Throws ACCEPT_RULE_LIMIT_REACHED, INPUT_REFUSED for a day that is past or too far. */
export async function createAcceptRule(
  { audit, clock, db, runs }: FindingDeps,
  caller: Caller,
  { body, reason, until }: NewAcceptRule,
): Promise<StoredAcceptRule> {
  const at = new Date(clock.now())
  demandSoon(until, at)
  const { tenantId, objectId, username } = caller
  const acceptRuleId = randomUUID()
  const target = `/tenants/${tenantId}`
  const activityId = await audit.begin({
    caller,
    operation: 'accept-rule.create',
    target,
    after: { acceptRuleId, body, reason, until },
  })
  const row = await db.transaction(async (tx) => {
    // One at a time, so that none comes in beside the count.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`accept-rules ${tenantId}`}, 0))`)
    const [held] = await tx.select({ count: count() }).from(acceptRule).where(holding(tenantId, at))
    if ((held?.count ?? 0) >= mostRules) return null
    const values = { acceptRuleId, tenantId, body, reason, by: username, byObjectId: objectId, at }
    const [made] = await tx
      .insert(acceptRule)
      .values({ ...values, until: new Date(until) })
      .returning()
    return made ?? null
  })
  if (row === null) {
    await audit.finish(activityId, { outcome: 'refused', problemCode: 'ACCEPT_RULE_LIMIT_REACHED' })
    throw new PortalError('ACCEPT_RULE_LIMIT_REACHED')
  }
  await audit.finish(activityId, { outcome: 'succeeded' })
  await runs.applyRules(tenantId)
  return toRule(row, await acceptedBy(db, row))
}

/** What the rule accepted is active again. Throws NOT_FOUND. */
export async function withdrawAcceptRule(
  { audit, clock, db, runs }: FindingDeps,
  caller: Caller,
  acceptRuleId: string,
): Promise<{ acceptRuleId: string }> {
  const { tenantId, username } = caller
  const at = new Date(clock.now())
  const [before] = await db
    .update(acceptRule)
    .set({ withdrawnAt: at, withdrawnBy: username })
    .where(and(holding(tenantId, at), eq(acceptRule.acceptRuleId, acceptRuleId)))
    .returning()
  if (before === undefined) {
    throw new PortalError('NOT_FOUND', {
      detail: 'There is no such rule any more: somebody withdrew it, or it ended.',
      nextStep: 'Load the rules anew.',
    })
  }
  await audit.record({
    caller,
    operation: 'accept-rule.withdraw',
    target: `/tenants/${tenantId}`,
    before: { acceptRuleId, body: before.body, reason: before.reason },
    outcome: 'succeeded',
  })
  await runs.applyRules(tenantId)
  return { acceptRuleId }
}

function holding(tenantId: string, now: Date) {
  return and(eq(acceptRule.tenantId, tenantId), isNull(acceptRule.withdrawnAt), gt(acceptRule.until, now))
}

async function acceptedBy(db: FindingDeps['db'], { acceptRuleId, tenantId }: Row): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(finding)
    .where(and(eq(finding.tenantId, tenantId), eq(finding.acceptRuleId, acceptRuleId)))
  return row?.count ?? 0
}

type Row = typeof acceptRule.$inferSelect

function toRule({ acceptRuleId, body, reason, by, at, until }: Row, accepted: number): StoredAcceptRule {
  return { acceptRuleId, body, reason, by, at: at.toISOString(), until: until.toISOString(), accepted }
}
