import { asc, desc, eq, gt, isNull } from 'drizzle-orm'
import * as z from 'zod'
import type { Transaction } from '../db/in-transaction.ts'
import { activityEvent } from '../db/schema.ts'
import { auditLink } from '../db/schema-audit.ts'
import { canonicalJson } from './canonical-json.ts'
import { stateOf, type EventRow } from './link.ts'

export interface EventsReport {
  readonly events: number
  /** Events that are not as their last link says, at most ten of them. */
  readonly faults: readonly { readonly activityId: string; readonly why: string }[]
}

const batch = 2000
const mostFaults = 10
const nil = '00000000-0000-0000-0000-000000000000'

/** Compares the events as the portal reads them with the last link of each. */
export async function verifyEvents(tx: Transaction): Promise<EventsReport> {
  const faults: { activityId: string; why: string }[] = []
  let events = 0
  for (let after = nil; ;) {
    const page = await lastLinks(tx, after)
    for (const { activityId, body, row } of page) {
      const why = row === null ? 'it was deleted' : differenceOf(body, row)
      if (why !== null) faults.push({ activityId, why })
    }
    events += page.length
    if (page.length < batch || faults.length >= mostFaults) break
    after = page.at(-1)?.activityId ?? after
  }
  return { events, faults: [...faults, ...(await unlinked(tx))].slice(0, mostFaults) }
}

async function lastLinks(tx: Transaction, after: string) {
  const last = tx
    .selectDistinctOn([auditLink.activityId], { activityId: auditLink.activityId, body: auditLink.body })
    .from(auditLink)
    .where(gt(auditLink.activityId, after))
    .orderBy(asc(auditLink.activityId), desc(auditLink.number))
    .limit(batch)
    .as('last')
  return await tx
    .select({ activityId: last.activityId, body: last.body, row: activityEvent })
    .from(last)
    .leftJoin(activityEvent, eq(activityEvent.activityId, last.activityId))
    .orderBy(asc(last.activityId))
}

async function unlinked(tx: Transaction): Promise<EventsReport['faults']> {
  const rows = await tx
    .select({ activityId: activityEvent.activityId })
    .from(activityEvent)
    .leftJoin(auditLink, eq(auditLink.activityId, activityEvent.activityId))
    .where(isNull(auditLink.number))
    .limit(mostFaults)
  return rows.map(({ activityId }) => ({ activityId, why: 'it was put in: no link tells of it' }))
}

const Body = z.looseObject({ event: z.record(z.string(), z.unknown()) })

/** Names what differs. Parts that the table got after the link was written do not count. */
function differenceOf(body: string, row: EventRow): string | null {
  const told = Body.parse(JSON.parse(body)).event
  const stored = stateOf(row)
  const changed = Object.keys(told).filter(
    (name) => canonicalJson(told[name]) !== canonicalJson(stored[name]),
  )
  return changed.length === 0 ? null : `it was changed: ${changed.join(', ')}`
}
