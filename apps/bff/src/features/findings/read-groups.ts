import { findingRules } from '@trustwright/federation'
import {
  findingSeverities,
  type FindingGroup,
  type FindingGroups,
  type FindingRun,
} from '@trustwright/shared-schemas'
import { and, count, eq } from 'drizzle-orm'
import { acceptRule, finding, findingAcceptance, findingRun } from '../../db/schema-findings.ts'
import type { FindingDeps } from './finding-deps.ts'
import { holdingAcceptance, holdingRule, stateOf } from './stored-findings.ts'
import type { Whose } from './whose.ts'

/** Counts of every rule, also of those without findings, in the order of the rules. */
export async function readGroups(
  { clock, db }: Pick<FindingDeps, 'clock' | 'db'>,
  { tenantId, owner }: Whose,
): Promise<FindingGroups> {
  const now = new Date(clock.now())
  const [counts, [run]] = await Promise.all([
    db
      .select({ rule: finding.rule, severity: finding.severity, state: stateOf, count: count() })
      .from(finding)
      .leftJoin(findingAcceptance, holdingAcceptance(now))
      .leftJoin(acceptRule, holdingRule(now))
      .where(and(eq(finding.tenantId, tenantId), eq(finding.owner, owner)))
      .groupBy(finding.rule, finding.severity, stateOf),
    db
      .select()
      .from(findingRun)
      .where(and(eq(findingRun.tenantId, tenantId), eq(findingRun.owner, owner))),
  ])
  const sum = (of: (row: (typeof counts)[number]) => boolean) =>
    counts.filter(of).reduce((all, row) => all + row.count, 0)
  return {
    run: run === undefined ? null : toRun(run),
    groups: findingRules.map(({ id, title, because, needs, remedy, severity }): FindingGroup => {
      const ofState = (state: string) => sum((row) => row.rule === id && row.state === state)
      const active = findingSeverities.map((each) => [
        each,
        sum((row) => row.rule === id && row.state === 'active' && row.severity === each),
      ])
      return {
        rule: id,
        title,
        because,
        needs,
        remedy,
        severity,
        states: { active: ofState('active'), accepted: ofState('accepted'), fixed: ofState('fixed') },
        // One entry for each of the closed list.
        severities: Object.fromEntries(active) as FindingGroup['severities'],
        notJudged: (run?.notJudged ?? [])
          .filter(({ rule }) => rule === id)
          .map(({ reason, count }) => ({ reason, count })),
      }
    }),
  }
}

function toRun({
  tenantId: _tenant,
  owner: _owner,
  notJudged: _gaps,
  startedAt,
  finishedAt,
  ...run
}: typeof findingRun.$inferSelect): FindingRun {
  return { ...run, startedAt: startedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null }
}
