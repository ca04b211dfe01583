import type { ActivityPage } from '@trustwright/shared-schemas'
import { and, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { activityEvent } from '../../db/schema.ts'
import { resourceKey } from '../../domain/resource-ids.ts'
import type { Caller } from '../../ports.ts'
import { readPage } from './read-page.ts'

/** The newest actions on one target, of the caller alone where `mine`. Whether others may be told is for who asks. */
export function eventsOf(db: Database) {
  return (
    { tenantId, objectId }: Caller,
    targetId: string,
    { limit, mine }: { readonly limit: number; readonly mine: boolean },
  ): Promise<ActivityPage> =>
    readPage(
      db,
      and(
        eq(activityEvent.tenantId, tenantId),
        eq(activityEvent.targetKey, resourceKey(targetId)),
        mine ? eq(activityEvent.actorObjectId, objectId) : undefined,
      ),
      { limit },
    )
}
