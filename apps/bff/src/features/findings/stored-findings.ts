import type { FindingRuleId, FindingSeverity, FindingState, StoredFinding } from '@trustwright/shared-schemas'
import { and, eq, gt, isNull, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { acceptRule, finding, findingAcceptance } from '../../db/schema-findings.ts'
import type { Whose } from './whose.ts'

export interface FindingFilter {
  readonly rule?: FindingRuleId | undefined
  readonly state: FindingState
  readonly severity?: FindingSeverity | undefined
  readonly q?: string | undefined
  readonly trust?: string | undefined
  readonly parent?: string | undefined
}

/** An acceptance that holds now. */
export function holdingAcceptance(now: Date): SQL | undefined {
  return and(
    eq(findingAcceptance.tenantId, finding.tenantId),
    eq(findingAcceptance.keyHash, finding.keyHash),
    isNull(findingAcceptance.withdrawnAt),
    gt(findingAcceptance.until, now),
  )
}

/** The rule that accepts it, where it holds now. */
export function holdingRule(now: Date): SQL | undefined {
  return and(
    eq(acceptRule.acceptRuleId, finding.acceptRuleId),
    isNull(acceptRule.withdrawnAt),
    gt(acceptRule.until, now),
  )
}

/** For queries that join both of the above. */
export const stateOf = sql<FindingState>`case when ${finding.fixedAt} is not null then 'fixed'
  when ${findingAcceptance.acceptanceId} is not null or ${acceptRule.acceptRuleId} is not null then 'accepted'
  else 'active' end`

export function fitting({ tenantId, owner }: Whose, filter: FindingFilter): SQL | undefined {
  const { rule, severity, state, q = '', trust, parent } = filter
  return and(
    eq(finding.tenantId, tenantId),
    eq(finding.owner, owner),
    eq(stateOf, state),
    rule === undefined ? undefined : eq(finding.rule, rule),
    severity === undefined ? undefined : eq(finding.severity, severity),
    trust === undefined ? undefined : eq(finding.trustKey, trust),
    parent === undefined ? undefined : eq(finding.parentKey, parent),
    ...q
      .toLowerCase()
      .replaceAll('\0', '')
      .split(/\s+/)
      .filter((word) => word !== '')
      .slice(0, 20)
      .map((word) => sql`position(${word} in ${finding.search}) > 0`),
  )
}

/** Rows with how they are accepted, if they are. */
export function selectFindings(db: Database, now: Date) {
  return db
    .select({ finding, acceptance: findingAcceptance, rule: acceptRule, state: stateOf })
    .from(finding)
    .leftJoin(findingAcceptance, holdingAcceptance(now))
    .leftJoin(acceptRule, holdingRule(now))
    .$dynamic()
}

type Selected = Awaited<ReturnType<typeof selectFindings>>[number]

export function toStored({ finding: row, acceptance, rule, state }: Selected): StoredFinding {
  const { key: _, ...body } = row.body
  const accepted = acceptance ?? rule
  return {
    ...body,
    hash: row.keyHash,
    state,
    firstSeenAt: row.firstSeenAt.toISOString(),
    fixedAt: row.fixedAt?.toISOString() ?? null,
    fixedBy: row.fixedBy,
    acceptance:
      state !== 'accepted' || accepted === null
        ? null
        : {
            acceptRuleId: acceptance === null ? (rule?.acceptRuleId ?? null) : null,
            until: accepted.until.toISOString(),
            reason: accepted.reason,
            by: accepted.by,
            at: accepted.at.toISOString(),
          },
  }
}
