import type { ActivityPage } from '@trustwright/shared-schemas'
import { applicationId } from '../../domain/resource-ids.ts'
import type { Caller } from '../../ports.ts'
import type { ActivityParts } from './activity-parts.ts'
import { atOrBelow } from './at-or-below.ts'
import { readPage, type PageQuery } from './read-page.ts'

/** Everybody's events on one application and its trusts, for a caller who may read the application. */
export async function listApplicationActivity(
  { database, directory }: Pick<ActivityParts, 'database' | 'directory'>,
  caller: Caller,
  appId: string,
  query: PageQuery,
): Promise<ActivityPage> {
  const application = await directory.readApplication(caller, appId)
  return await readPage(database, atOrBelow(caller, applicationId(application.appId)), query)
}
