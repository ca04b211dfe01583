import { ActivityOperation } from '@trustwright/shared-schemas'
import type { ActivityFilter } from '../../components/activity-query.ts'
import type { ActivitySearch } from '../../search.ts'

const dayMs = 86_400_000

/** What the address asks for; days become moments, the last one inclusive. An operation that is none is left out. */
export function filterOfSearch(search: ActivitySearch): ActivityFilter {
  const { of = 'mine', actor, operation, target, outcome, from, to } = search
  const operations = (operation ?? '').split(',').filter((name) => ActivityOperation.safeParse(name).success)
  return {
    of,
    ...(actor !== undefined && { actor }),
    ...(operations.length > 0 && { operation: operations.join(',') }),
    ...(target !== undefined && { target }),
    ...(outcome !== undefined && { outcome }),
    ...(from !== undefined && { from: `${from}T00:00:00Z` }),
    ...(to !== undefined && { to: new Date(Date.parse(to) + dayMs).toISOString() }),
  }
}

/** How many parts narrow the list. */
export function narrowedBy({ of: _whose, ...parts }: ActivityFilter): number {
  return Object.keys(parts).length
}
