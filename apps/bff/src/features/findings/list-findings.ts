import { mostFindingsAtOnce, type FindingHashes, type FindingPage } from '@trustwright/shared-schemas'
import { and, count, sql, type SQL } from 'drizzle-orm'
import { acceptRule, finding, findingAcceptance } from '../../db/schema-findings.ts'
import type { FindingDeps } from './finding-deps.ts'
import {
  type FindingFilter,
  fitting,
  holdingAcceptance,
  holdingRule,
  selectFindings,
  toStored,
} from './stored-findings.ts'
import type { Whose } from './whose.ts'

export interface FindingPageQuery extends FindingFilter {
  /** Rank and hash of the last finding of the page before. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Worst first, then by rule. */
export async function listFindings(
  { clock, db }: Pick<FindingDeps, 'clock' | 'db'>,
  whose: Whose,
  query: FindingPageQuery,
): Promise<FindingPage> {
  const now = new Date(clock.now())
  const fits = fitting(whose, query)
  const [rank = '0', hash = ''] = query.after?.split('.') ?? []
  const behind =
    query.after === undefined
      ? undefined
      : sql`(${finding.rank}, ${finding.keyHash}) > (${Number(rank)}, ${hash})`
  const [rows, total] = await Promise.all([
    selectFindings(db, now)
      .where(and(fits, behind))
      .orderBy(finding.rank, finding.keyHash)
      .limit(query.limit + 1),
    countFitting(db, now, fits),
  ])
  const shown = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? shown.at(-1)?.finding : undefined
  return {
    findings: shown.map(toStored),
    total,
    nextAfter: last === undefined ? null : `${last.rank}.${last.keyHash}`,
  }
}

/** Of all that fit, for a choice of more than one page. */
export async function pickFindings(
  { clock, db }: Pick<FindingDeps, 'clock' | 'db'>,
  whose: Whose,
  filter: FindingFilter,
): Promise<FindingHashes> {
  const now = new Date(clock.now())
  const fits = fitting(whose, filter)
  const [rows, total] = await Promise.all([
    db
      .select({ keyHash: finding.keyHash })
      .from(finding)
      .leftJoin(findingAcceptance, holdingAcceptance(now))
      .leftJoin(acceptRule, holdingRule(now))
      .where(fits)
      .orderBy(finding.rank, finding.keyHash)
      .limit(mostFindingsAtOnce),
    countFitting(db, now, fits),
  ])
  return { hashes: rows.map(({ keyHash }) => keyHash), total }
}

async function countFitting(db: FindingDeps['db'], now: Date, fits: SQL | undefined): Promise<number> {
  const [sum] = await db
    .select({ total: count() })
    .from(finding)
    .leftJoin(findingAcceptance, holdingAcceptance(now))
    .leftJoin(acceptRule, holdingRule(now))
    .where(fits)
  return sum?.total ?? 0
}
