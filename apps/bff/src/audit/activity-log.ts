import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { activityEvent } from '../db/schema.ts'
import type { ActivityEnd, ActivityStart, Audit, Clock } from '../ports.ts'

/** The audit trail in the database. */
export function createAudit(database: Database, clock: Clock): Audit {
  async function insert(event: ActivityStart, end: ActivityEnd | null): Promise<string> {
    const activityId = randomUUID()
    const at = new Date(clock.now())
    await database.insert(activityEvent).values({
      activityId,
      at,
      finishedAt: end === null ? null : at,
      tenantId: event.caller.tenantId,
      actorObjectId: event.caller.objectId,
      actorUsername: event.caller.username,
      operation: event.operation,
      target: event.target,
      targetKey: event.target.toLowerCase(),
      outcome: end?.outcome ?? 'started',
      before: event.before ?? null,
      after: end?.after ?? event.after ?? null,
      problemCode: end?.problemCode ?? null,
      upstreamRequestId: end?.upstreamRequestId ?? null,
    })
    return activityId
  }

  return {
    begin: async (event) => await insert(event, null),
    record: async (event) => {
      await insert(event, event)
    },
    finish: async (activityId, end) => {
      await database
        .update(activityEvent)
        .set({
          outcome: end.outcome,
          finishedAt: new Date(clock.now()),
          problemCode: end.problemCode ?? null,
          upstreamRequestId: end.upstreamRequestId ?? null,
          ...(end.after !== undefined && { after: end.after }),
        })
        .where(eq(activityEvent.activityId, activityId))
    },
  }
}

/**
 * At start: what was under way when a portal died has an unknown outcome. (A replica that lives still finishes its own
 * events, which overwrites this.)
 */
export async function closeAbandonedEvents(database: Database): Promise<number> {
  const closed = await database
    .update(activityEvent)
    .set({ outcome: 'unknown' })
    .where(eq(activityEvent.outcome, 'started'))
    .returning({ id: activityEvent.activityId })
  return closed.length
}
