import type { ActivityPage, IdentityPath } from '@trustwright/shared-schemas'
import { or } from 'drizzle-orm'
import type { Caller } from '../../ports.ts'
import type { ActivityParts } from './activity-parts.ts'
import { atOrBelow } from '../../domain/at-or-below.ts'
import { readPage, type PageQuery } from './read-page.ts'
import { rolesOf } from './roles-of.ts'

/**
 * Everybody's events on one identity, its trusts and its roles, for a caller who may read the identity. Throws as Azure
 * does.
 */
export async function listIdentityActivity(
  { database, arm }: Pick<ActivityParts, 'database' | 'arm'>,
  caller: Caller,
  path: IdentityPath,
  query: PageQuery,
): Promise<ActivityPage> {
  const { resourceId, principalId } = await arm.readIdentity(caller, path)
  const roles = await rolesOf(arm, caller, principalId)
  return await readPage(database, or(atOrBelow(caller, resourceId), roles), query)
}
