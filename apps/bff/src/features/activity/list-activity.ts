import type { ActivityPage } from '@trustwright/shared-schemas'
import { and, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { activityEvent } from '../../db/schema.ts'
import type { Caller } from '../../ports.ts'
import { readPage, type PageQuery } from './read-page.ts'

/** The caller's own events, newest first. */
export async function listActivity(
  { database }: { readonly database: Database },
  caller: Caller,
  query: PageQuery,
): Promise<ActivityPage> {
  const own = and(
    eq(activityEvent.tenantId, caller.tenantId),
    eq(activityEvent.actorObjectId, caller.objectId),
  )
  return await readPage(database, own, query)
}
