import type { ActivityPage, IdentityPath } from '@trustwright/shared-schemas'
import { and, eq, like, or } from 'drizzle-orm'
import { activityEvent } from '../../db/schema.ts'
import type { Caller } from '../../ports.ts'
import { readPage, type PageQuery } from './read-page.ts'
import type { ActivityParts } from './activity-parts.ts'

/** Everybody's events on one identity and its trusts, for a caller who may read the identity. Throws as Azure does. */
export async function listIdentityActivity(
  { database, identities }: ActivityParts,
  caller: Caller,
  path: IdentityPath,
  query: PageQuery,
): Promise<ActivityPage> {
  const { resourceId } = await identities.readIdentity(caller, path)
  const key = resourceId.toLowerCase()
  const below = like(activityEvent.targetKey, `${escapePattern(key)}/%`)
  const here = and(eq(activityEvent.tenantId, caller.tenantId), or(eq(activityEvent.targetKey, key), below))
  return await readPage(database, here, query)
}

function escapePattern(text: string): string {
  return text.replace(/[\\%_]/g, String.raw`\$&`)
}
