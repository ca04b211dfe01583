import type { ActivityPage } from '@trustwright/shared-schemas'
import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import { activityEvent } from '../../db/schema.ts'
import { applicationId } from '../../domain/resource-ids.ts'
import type { Caller } from '../../ports.ts'
import type { ActivityParts } from './activity-parts.ts'
import { atOrBelow } from '../../domain/at-or-below.ts'
import { readPage, type PageQuery } from './read-page.ts'
import { rolesOf } from './roles-of.ts'

/** Everybody's events on one application, its trusts and its roles, for a caller who may read the application. */
export async function listApplicationActivity(
  { database, directory, arm }: ActivityParts,
  caller: Caller,
  asked: string,
  query: PageQuery,
): Promise<ActivityPage> {
  const [{ appId }, principalId] = await Promise.all([
    directory.readApplication(caller, asked),
    directory.findServicePrincipal(caller, asked),
  ])
  const roles = await rolesOf(arm, caller, principalId)
  const its = or(atOrBelow(caller, applicationId(appId)), registrationOf(caller, appId), roles)
  return await readPage(database, its, query)
}

/** Its target is the list of applications, since it began before there was an ID. */
function registrationOf({ tenantId }: Caller, appId: string): SQL | undefined {
  return and(
    eq(activityEvent.tenantId, tenantId),
    eq(activityEvent.targetKey, '/applications'),
    eq(sql`${activityEvent.after}->>'appId'`, appId),
  )
}
