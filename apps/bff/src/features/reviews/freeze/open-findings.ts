import { findingRuleIds, findingSeverities, type FindingSeverity } from '@trustwright/shared-schemas'
import type { Finding } from '@trustwright/federation'
import { and, eq, gt, inArray, isNull, min, notExists, or, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { acceptRule, finding, findingAcceptance } from '../../../db/schema-findings.ts'

type Reader = Pick<Database, 'select'>

export interface FindingsOf {
  readonly tenantId: string
  readonly owner: string
  readonly now: Date
}

interface Keys {
  readonly trustKeys: readonly string[]
  readonly parentKeys: readonly string[]
}

/** The worst open finding by the key of its trust, and of its parent where it is about that. */
export async function worstOf(
  db: Reader,
  of: FindingsOf,
  keys: Keys,
): Promise<ReadonlyMap<string, FindingSeverity>> {
  const key = sql<string>`coalesce(${finding.trustKey}, ${finding.parentKey})`
  const rows = await db
    .select({ key, rank: min(finding.rank) })
    .from(finding)
    .where(and(open(db, of), about(keys)))
    .groupBy(sql`1`)
  return new Map(rows.map(({ key: at, rank }) => [at, severityOf(rank ?? 0)]))
}

/** Open findings of these trusts and of their parents, worst first, by the key of what they are about. */
export async function findingsByKey(
  db: Reader,
  of: FindingsOf,
  keys: Keys,
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const rows = await db
    .select({ body: finding.body })
    .from(finding)
    .where(and(open(db, of), about(keys)))
    .orderBy(finding.rank, finding.keyHash)
  return Map.groupBy(
    rows.map(({ body }) => body),
    ({ trustKey, parentKey }) => trustKey ?? parentKey,
  )
}

function about({ parentKeys, trustKeys }: Keys): SQL | undefined {
  return or(
    inArray(finding.trustKey, [...trustKeys]),
    and(isNull(finding.trustKey), inArray(finding.parentKey, [...parentKeys])),
  )
}

/** Neither fixed, nor accepted by a person or a rule. */
function open(db: Reader, { now, owner, tenantId }: FindingsOf): SQL | undefined {
  const accepted = db
    .select({ one: sql`1` })
    .from(findingAcceptance)
    .where(
      and(
        eq(findingAcceptance.tenantId, finding.tenantId),
        eq(findingAcceptance.keyHash, finding.keyHash),
        isNull(findingAcceptance.withdrawnAt),
        gt(findingAcceptance.until, now),
      ),
    )
  const ruled = db
    .select({ one: sql`1` })
    .from(acceptRule)
    .where(
      and(
        eq(acceptRule.acceptRuleId, finding.acceptRuleId),
        isNull(acceptRule.withdrawnAt),
        gt(acceptRule.until, now),
      ),
    )
  return and(
    eq(finding.tenantId, tenantId),
    eq(finding.owner, owner),
    isNull(finding.fixedAt),
    notExists(accepted),
    notExists(ruled),
  )
}

function severityOf(rank: number): FindingSeverity {
  return findingSeverities[Math.floor(rank / findingRuleIds.length)] ?? 'info'
}
