import type { ActivityPage, ActivityQuery } from '@trustwright/shared-schemas'
import type { Database } from '../../db/database.ts'
import type { Caller } from '../../ports.ts'
import { activityFilter } from './activity-filter.ts'
import { readPage } from './read-page.ts'

/** The caller's own events, or for an administrator those of everybody, newest first. */
export async function listActivity(
  { database }: { readonly database: Database },
  caller: Caller,
  { before, limit, ...filters }: ActivityQuery,
): Promise<ActivityPage> {
  return await readPage(database, activityFilter(caller, filters), { before, limit })
}
