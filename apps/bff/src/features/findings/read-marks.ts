import { findingRuleIds, findingSeverities, type FindingMarks } from '@trustwright/shared-schemas'
import { and, count, eq, min, sql } from 'drizzle-orm'
import { acceptRule, finding, findingAcceptance } from '../../db/schema-findings.ts'
import type { FindingDeps } from './finding-deps.ts'
import { holdingAcceptance, holdingRule, stateOf } from './stored-findings.ts'
import type { Whose } from './whose.ts'

/** The worst active finding of each trust, and of each parent by itself. */
export async function readMarks(
  { clock, db }: Pick<FindingDeps, 'clock' | 'db'>,
  { tenantId, owner }: Whose,
): Promise<FindingMarks> {
  const now = new Date(clock.now())
  const key = sql<string>`coalesce(${finding.trustKey}, ${finding.parentKey})`
  const isOfTrust = sql<boolean>`${finding.trustKey} is not null`
  const rows = await db
    .select({ key, isOfTrust, worst: min(finding.rank), count: count() })
    .from(finding)
    .leftJoin(findingAcceptance, holdingAcceptance(now))
    .leftJoin(acceptRule, holdingRule(now))
    .where(and(eq(finding.tenantId, tenantId), eq(finding.owner, owner), eq(stateOf, 'active')))
    .groupBy(sql`1`, sql`2`)
  const marks = (of: boolean) =>
    rows
      .filter((row) => row.isOfTrust === of)
      .map(({ key: at, worst, count: open }): FindingMarks['trusts'][number] => [at, severityOf(worst), open])
  return { trusts: marks(true), parents: marks(false) }
}

function severityOf(rank: number | null) {
  return findingSeverities[Math.floor((rank ?? 0) / findingRuleIds.length)] ?? 'info'
}
