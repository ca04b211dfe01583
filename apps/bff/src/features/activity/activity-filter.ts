import type { ActivityQuery } from '@trustwright/shared-schemas'
import { and, eq, gte, ilike, inArray, like, lt, or, sql, type SQL } from 'drizzle-orm'
import { activityEvent } from '../../db/schema.ts'
import { demandAdministrator } from '../../domain/administrators.ts'
import { escapePattern } from '../../domain/at-or-below.ts'
import type { Caller } from '../../ports.ts'

export type ActivityFilters = Omit<ActivityQuery, 'before' | 'limit'>

/**
 * Events of the tenant that the caller may see and that fit all filters. Throws ADMINISTRATOR_REQUIRED where those of
 * everybody are asked for by somebody else.
 */
export function activityFilter(
  caller: Caller,
  { of, actor, operation, target, outcome, from, to }: ActivityFilters,
): SQL | undefined {
  if (of === 'all') demandAdministrator(caller)
  return and(
    eq(activityEvent.tenantId, caller.tenantId),
    of === 'all' ? undefined : eq(activityEvent.actorObjectId, caller.objectId),
    actor === undefined ? undefined : byActor(actor),
    operation && inArray(activityEvent.operation, operation),
    target === undefined ? undefined : like(activityEvent.targetKey, holds(target.toLowerCase())),
    outcome && eq(activityEvent.outcome, outcome),
    from === undefined ? undefined : gte(activityEvent.at, new Date(from)),
    to === undefined ? undefined : lt(activityEvent.at, new Date(to)),
  )
}

function byActor(actor: string): SQL | undefined {
  const isThis = eq(sql`lower(${activityEvent.actorObjectId})`, actor.toLowerCase())
  return or(isThis, ilike(activityEvent.actorUsername, holds(actor)))
}

const holds = (text: string): string => `%${escapePattern(text)}%`
