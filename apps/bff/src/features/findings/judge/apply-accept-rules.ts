import { matchesAcceptRule } from '@trustwright/federation'
import { and, desc, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { acceptRule, finding } from '../../../db/schema-findings.ts'
import type { JudgeOrder } from './judge-order.ts'

const rowsAtOnce = 2_000

/** Says of each finding that is not fixed which rule accepts it: of several the one that holds longest. */
export async function applyAcceptRules(
  db: Database,
  { tenantId, now }: Pick<JudgeOrder, 'tenantId' | 'now'>,
  owner?: string,
): Promise<void> {
  const ofTenant = and(
    eq(finding.tenantId, tenantId),
    ...(owner === undefined ? [] : [eq(finding.owner, owner)]),
  )
  const rules = await readRules(db, tenantId, now)
  if (rules.length === 0) {
    await db
      .update(finding)
      .set({ acceptRuleId: null })
      .where(and(ofTenant, isNotNull(finding.acceptRuleId)))
    return
  }
  const { owner: ofOwner, keyHash, body, acceptRuleId } = finding
  let last: { owner: string; keyHash: string } | undefined = { owner: '', keyHash: '' }
  while (last !== undefined) {
    const rows: Pick<typeof finding.$inferSelect, 'owner' | 'keyHash' | 'body' | 'acceptRuleId'>[] = await db
      .select({ owner: ofOwner, keyHash, body, acceptRuleId })
      .from(finding)
      .where(
        and(
          ofTenant,
          isNull(finding.fixedAt),
          sql`(${finding.owner}, ${finding.keyHash}) > (${last.owner}, ${last.keyHash})`,
        ),
      )
      .orderBy(finding.owner, finding.keyHash)
      .limit(rowsAtOnce)
    await mark(db, tenantId, rows, (row) => {
      return rules.find((rule) => matchesAcceptRule(row.body, rule.body))?.acceptRuleId ?? null
    })
    last = rows.length < rowsAtOnce ? undefined : rows.at(-1)
  }
}

type Seen = Pick<typeof finding.$inferSelect, 'owner' | 'keyHash' | 'body' | 'acceptRuleId'>

async function mark(
  db: Database,
  tenantId: string,
  rows: readonly Seen[],
  ruleOf: (row: Seen) => string | null,
): Promise<void> {
  const changed = rows
    .map((row) => ({ ...row, to: ruleOf(row) }))
    .filter(({ to, acceptRuleId }) => to !== acceptRuleId)
  for (const some of Map.groupBy(changed, ({ owner, to }) => JSON.stringify([owner, to])).values()) {
    const [first] = some
    if (first === undefined) continue
    const hashes = some.map(({ keyHash }) => keyHash)
    await db
      .update(finding)
      .set({ acceptRuleId: first.to })
      .where(
        and(eq(finding.tenantId, tenantId), eq(finding.owner, first.owner), inArray(finding.keyHash, hashes)),
      )
  }
}

async function readRules(db: Database, tenantId: string, now: string) {
  return await db
    .select({ acceptRuleId: acceptRule.acceptRuleId, body: acceptRule.body })
    .from(acceptRule)
    .where(
      and(
        eq(acceptRule.tenantId, tenantId),
        isNull(acceptRule.withdrawnAt),
        gt(acceptRule.until, new Date(now)),
      ),
    )
    .orderBy(desc(acceptRule.until))
}
