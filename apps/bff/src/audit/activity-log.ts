import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { databaseIsDown } from '../db/database-is-down.ts'
import { inTransaction, type Transaction } from '../db/in-transaction.ts'
import { activityEvent } from '../db/schema.ts'
import type { ActivityEnd, ActivityStart, Audit, Clock } from '../ports.ts'
import { appendLinks } from './append-links.ts'
import { inBatches } from './in-batches.ts'
import type { EventRow, LinkKind } from './link.ts'
import { doorOf } from '../sessions/bearer-id.ts'
import { thisReplica } from './replica.ts'

const mostAtOnce = 100

type NewEvent = typeof activityEvent.$inferInsert

type Entry =
  | { readonly kind: 'begun' | 'recorded'; readonly event: NewEvent }
  | { readonly kind: 'ended'; readonly activityId: string; readonly change: Partial<NewEvent> }

/**
 * The audit trail in the database: each begin and each end is a row or its change, and a link of the chain with it. Those that
 * come at the same time are committed together: the end of the chain is one for all replicas, and every commit waits for the disk.
 */
export function createAudit(database: Database, clock: Clock, replica = thisReplica): Audit {
  const write = inBatches<Entry>((entries) => inTransaction(database, (tx) => writeEntries(tx, entries)), {
    most: mostAtOnce,
    isShared: databaseIsDown,
  })

  async function insert(event: ActivityStart, end: ActivityEnd | null): Promise<string> {
    const at = new Date(clock.now())
    const activityId = randomUUID()
    await write({
      kind: end === null ? 'begun' : 'recorded',
      event: { ...toRow(event, end), activityId, at, replica, finishedAt: end === null ? null : at },
    })
    return activityId
  }

  return {
    begin: async (event) => await insert(event, null),
    record: async (event) => {
      await insert(event, event)
    },
    finish: async (activityId, end) => {
      await write({
        kind: 'ended',
        activityId,
        change: {
          outcome: end.outcome,
          finishedAt: new Date(clock.now()),
          problemCode: end.problemCode ?? null,
          upstreamRequestId: end.upstreamRequestId ?? null,
          ...(end.after !== undefined && { after: end.after }),
        },
      })
    },
  }
}

async function writeEntries(tx: Transaction, entries: readonly Entry[]): Promise<void> {
  const fresh = entries.flatMap((entry) => (entry.kind === 'ended' ? [] : [entry.event]))
  const rows = fresh.length === 0 ? [] : await tx.insert(activityEvent).values(fresh).returning()
  const inserted = new Map(rows.map((row) => [row.activityId, row]))
  const links: { kind: LinkKind; row: EventRow }[] = []
  for (const entry of entries) {
    const row = entry.kind === 'ended' ? await finish(tx, entry) : inserted.get(entry.event.activityId)
    if (row === undefined) throw new Error('The audit trail gave back no row of what it stored')
    links.push({ kind: entry.kind, row })
  }
  await appendLinks(tx, links)
}

async function finish(
  tx: Transaction,
  { activityId, change }: Extract<Entry, { kind: 'ended' }>,
): Promise<EventRow> {
  const [row] = await tx
    .update(activityEvent)
    .set(change)
    .where(eq(activityEvent.activityId, activityId))
    .returning()
  if (row === undefined) throw new Error(`The audit trail has no event ${activityId} to finish`)
  return row
}

function toRow(event: ActivityStart, end: ActivityEnd | null) {
  return {
    tenantId: event.caller.tenantId,
    actorObjectId: event.caller.objectId,
    actorUsername: event.caller.username,
    door: doorOf(event.caller),
    operation: event.operation,
    target: event.target,
    targetKey: event.target.toLowerCase(),
    outcome: end?.outcome ?? 'started',
    before: event.before ?? null,
    after: end?.after ?? event.after ?? null,
    problemCode: end?.problemCode ?? null,
    upstreamRequestId: end?.upstreamRequestId ?? null,
  }
}
