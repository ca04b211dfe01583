import { ActivityOperation, ActivityOutcome, type ActivityPage } from '@trustwright/shared-schemas'
import { and, desc, lt, type SQL } from 'drizzle-orm'
import * as z from 'zod'
import type { Database } from '../../db/database.ts'
import { activityEvent } from '../../db/schema.ts'
import { PortalError } from '../../errors.ts'

export interface PageQuery {
  readonly before?: string | undefined
  readonly limit: number
}

const Values = z.record(z.string(), z.unknown()).nullable()

/** Events that match, newest first, older than the cursor. */
export async function readPage(
  database: Database,
  matches: SQL | undefined,
  { before, limit }: PageQuery,
): Promise<ActivityPage> {
  const older = before === undefined ? undefined : lt(activityEvent.sequence, readCursor(before))
  const rows = await database
    .select()
    .from(activityEvent)
    .where(and(matches, older))
    .orderBy(desc(activityEvent.sequence))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  return {
    events: page.map(toEvent),
    nextBefore: rows.length > limit ? String(page.at(-1)?.sequence) : null,
  }
}

function readCursor(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new PortalError('INPUT_REFUSED', {
    fields: [{ path: 'before', message: 'Use the nextBefore of an earlier answer.' }],
  })
}

function toEvent(row: typeof activityEvent.$inferSelect): ActivityPage['events'][number] {
  return {
    activityId: row.activityId,
    at: row.at.toISOString(),
    actor: { objectId: row.actorObjectId, username: row.actorUsername },
    door: row.door,
    operation: ActivityOperation.parse(row.operation),
    target: row.target,
    outcome: ActivityOutcome.parse(row.outcome),
    before: Values.parse(row.before),
    after: Values.parse(row.after),
    problemCode: row.problemCode,
    upstreamRequestId: row.upstreamRequestId,
  }
}
