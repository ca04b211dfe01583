import type { ChangedBy } from '@trustwright/shared-schemas'
import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { activityEvent } from '../../../db/schema.ts'

/** The time between two snapshots. */
export interface Between {
  readonly tenantId: string
  readonly since: Date
  readonly until: Date
}

/** Who wrote these through the portal, by key; the last one counts. */
export async function changedThroughPortal(
  db: Database,
  { tenantId, since, until }: Between,
  keys: readonly string[],
): Promise<Map<string, ChangedBy>> {
  if (keys.length === 0) return new Map()
  const { at, actorUsername, outcome, targetKey } = activityEvent
  const events = await db
    .select({ targetKey, at, actorUsername })
    .from(activityEvent)
    .where(
      and(
        eq(activityEvent.tenantId, tenantId),
        inArray(targetKey, [...keys]),
        gte(at, since),
        lte(at, until),
        eq(outcome, 'succeeded'),
      ),
    )
    .orderBy(asc(activityEvent.sequence))
  return new Map(
    events.map((event) => [
      event.targetKey,
      { who: event.actorUsername, at: event.at.toISOString(), source: 'portal' },
    ]),
  )
}
