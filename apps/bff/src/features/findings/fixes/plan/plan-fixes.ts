import { createHash } from 'node:crypto'
import type { Cloud } from '@trustwright/federation'
import type { FixItem, FixPlan, StoredFinding } from '@trustwright/shared-schemas'
import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../../../db/database.ts'
import { finding } from '../../../../db/schema-findings.ts'
import { estimateSeconds } from '../../../../domain/estimate.ts'
import type { FixOrder } from '../../../../domain/fix-runs.ts'
import type { Guard, Guardrails } from '../../../../domain/guardrails.ts'
import type { SetUpPace } from '../../../../domain/write-pace.ts'
import { PortalError } from '../../../../errors.ts'
import type { Caller, Clock } from '../../../../ports.ts'
import { selectFindings, toStored } from '../../stored-findings.ts'
import type { Whose } from '../../whose.ts'
import { decideFixes } from './decide-fixes.ts'
import { type Decision, valuesOf } from './decision.ts'
import { readNewestScan, readSiblings } from './read-siblings.ts'

export interface PlanDeps {
  readonly clock: Clock
  readonly cloud: Cloud
  readonly db: Database
  readonly guardrails: Guardrails
  readonly pace: SetUpPace
}

export interface Planned {
  readonly plan: FixPlan
  /** What a run would be begun with: without what a rule of the portal refuses. */
  readonly orders: readonly FixOrder[]
}

/** What fixing these findings comes to, by the newest inventory. Throws NOT_FOUND where one of them is none. */
export async function planFixes(
  { clock, cloud, db, guardrails, pace }: PlanDeps,
  caller: Caller,
  whose: Whose,
  hashes: readonly string[],
): Promise<Planned> {
  const findings = await readFindings(db, new Date(clock.now()), whose, [...new Set(hashes)])
  const [siblings, newest, guard] = await Promise.all([
    readSiblings(db, whose.owner, [...new Set(findings.map(({ parentKey }) => parentKey))]),
    readNewestScan(db, whose.owner),
    guardrails.guard(caller),
  ])
  const { decisions, left } = decideFixes(findings, siblings, { cloud, tenantId: caller.tenantId })
  const items = decisions.map((decision) => itemOf(decision, guard))
  const ready = decisions.filter((_, at) => items[at]?.guardrails.length === 0)
  const steps = Map.groupBy(ready, ({ trust }) => trust.parentKey)
  return {
    plan: {
      digest: createHash('sha256').update(JSON.stringify(items)).digest('hex'),
      items,
      left: left.map(({ finding: { hash, rule, trustKey, trustName, parentName }, why }) => ({
        hash,
        rule,
        trustKey,
        trustName,
        parentName,
        why,
      })),
      scan: newest?.scan ?? null,
      readAt: newest?.readAt.toISOString() ?? null,
      seconds: estimateSeconds(new Map([...steps].map(([key, all]) => [key, all.length])), pace),
    },
    orders: ready.map(orderOf),
  }
}

async function readFindings(
  db: Database,
  now: Date,
  { tenantId, owner }: Whose,
  hashes: readonly string[],
): Promise<readonly StoredFinding[]> {
  const rows = await selectFindings(db, now)
    .where(
      and(eq(finding.tenantId, tenantId), eq(finding.owner, owner), inArray(finding.keyHash, [...hashes])),
    )
    .orderBy(finding.rank, finding.keyHash)
  if (rows.length < hashes.length) {
    throw new PortalError('NOT_FOUND', {
      detail: `${hashes.length - rows.length} of ${hashes.length} findings are not there: their facts changed, or they were never found.`,
      nextStep: 'Load the findings anew, then choose again.',
    })
  }
  return rows.map(toStored)
}

function itemOf({ trust, parentName, action, findings, after, newName }: Decision, guard: Guard): FixItem {
  const name = newName ?? trust.credential.name
  return {
    trustKey: trust.key,
    parent: trust.parent,
    parentName,
    name: trust.credential.name,
    action,
    hashes: findings.map(({ hash }) => hash),
    rules: [...new Set(findings.map(({ rule }) => rule))],
    before: valuesOf(trust),
    after,
    newName,
    guardrails: after === null ? [] : [...guard.trust(trust.parent, { ...after, name })],
  }
}

function orderOf({ trust, action, after, newName }: Decision): FixOrder {
  const { parent, credential, fingerprint } = trust
  return { parent, name: credential.name, action, fingerprint, before: valuesOf(trust), after, newName }
}
