import { and, eq, like, or, type SQL } from 'drizzle-orm'
import { activityEvent } from '../db/schema.ts'
import { resourceKey } from './resource-ids.ts'
import type { Caller } from '../ports.ts'

/** Events of the caller's tenant on one resource and what lies below it. */
export function atOrBelow({ tenantId }: Caller, resourceId: string): SQL | undefined {
  const key = resourceKey(resourceId)
  const below = like(activityEvent.targetKey, `${escapePattern(key)}/%`)
  return and(eq(activityEvent.tenantId, tenantId), or(eq(activityEvent.targetKey, key), below))
}

/** For a text in a pattern of LIKE. */
export function escapePattern(text: string): string {
  return text.replace(/[\\%_]/g, String.raw`\$&`)
}
