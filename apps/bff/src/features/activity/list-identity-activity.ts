import type { ActivityPage, IdentityPath } from '@trustwright/shared-schemas'
import type { Caller } from '../../ports.ts'
import type { ActivityParts } from './activity-parts.ts'
import { atOrBelow } from './at-or-below.ts'
import { readPage, type PageQuery } from './read-page.ts'

/** Everybody's events on one identity and its trusts, for a caller who may read the identity. Throws as Azure does. */
export async function listIdentityActivity(
  { database, identities }: Pick<ActivityParts, 'database' | 'identities'>,
  caller: Caller,
  path: IdentityPath,
  query: PageQuery,
): Promise<ActivityPage> {
  const { resourceId } = await identities.readIdentity(caller, path)
  return await readPage(database, atOrBelow(caller, resourceId), query)
}
