import type { ActivityEvent } from '../../kernel/entities/resources.ts'
import { queryValue } from '../core/api-versions.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { pageOf } from '../core/paging.ts'
import { demand, readable } from '../roles/authorise.ts'
import { activityShape } from './activity-shape.ts'
import { readActivityFilter } from './activity-filter.ts'

/** Azure keeps the activity log this long. */
const keptMs = 90 * 24 * 60 * 60_000

export const listActivityEvents = armOperation({
  id: 'arm/list-activity-events',
  method: 'GET',
  path: '/subscriptions/{subscriptionId}/providers/Microsoft.Insights/eventtypes/management/values',
  armType: armTypes.activityEvents,
  summary:
    'The activity log, newest first: 90 days, at most 20,000 events; $filter by time and one more, $select',
  source: 'https://learn.microsoft.com/rest/api/monitor/activity-logs/list',
  handle: ({ request, world, caller, params }) => {
    const subscriptionId = (params.subscriptionId ?? '').toLowerCase()
    const action = 'Microsoft.Insights/eventtypes/values/Read'
    const scope = `/subscriptions/${subscriptionId}`
    const mayRead = readable(world, caller, action)
    if (!mayRead(scope)) demand(world, caller, action, scope)
    const fits = readActivityFilter(request.query)
    const oldest = world.clock.now() - keptMs
    const found = world.store.activityEvents
      .by('subscription', subscriptionId)
      .filter((event) => event.at >= oldest && fits(event))
    const selected = readSelect(queryValue(request.query, '$select'))
    const shape = (event: ActivityEvent) => selected(activityShape(event))
    return { status: 200, body: pageOf(request, found, newestFirst, shape) }
  },
})

const latest = 9_999_999_999_999

/** Sorts later events first; the id tells events of one moment apart. */
function newestFirst({ at, eventId, status }: ActivityEvent): string {
  return `${String(latest - at).padStart(13, '0')} ${status === 'Started' ? 1 : 0} ${eventId}`
}

function readSelect(given: string | undefined): (event: Record<string, unknown>) => Record<string, unknown> {
  if (given === undefined || given === '') return (event) => event
  const wanted = given.split(',').map((name) => name.trim().toLowerCase())
  return (event) =>
    Object.fromEntries(Object.entries(event).filter(([name]) => wanted.includes(name.toLowerCase())))
}
