import type { Caller } from '../../kernel/bearer.ts'
import type { ActivityEvent } from '../../kernel/entities/resources.ts'
import type { EmulatorRequest, EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { resourceOfPath } from './operation-of-path.ts'

/** Events kept, the oldest dropped first. */
const mostEvents = 20_000

/**
 * Notes a write, deletion or action in a subscription: one event for its start and one for its end, under one correlation
 * id. Reads are not in the activity log. Refusals for want of a token or of room under a rate limit are not either.
 * Source: https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema
 */
export function recordActivity(
  request: EmulatorRequest,
  world: World,
  caller: Caller,
  response: EmulatorResponse,
  correlationId: string,
): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  if (response.status === 401 || response.status === 429 || response.status === 501) return
  const resource = resourceOfPath(request.method, request.path)
  if (!resource || !world.store.subscriptions.get(resource.subscriptionId)) return
  const base = {
    ...resource,
    correlationId,
    callerObjectId: caller.objectId,
    callerName: caller.upn ?? caller.appId,
  }
  const succeeded = response.status < 400
  const at = world.clock.now()
  const events: Omit<ActivityEvent, 'eventId'>[] = [
    { ...base, at, status: 'Started', subStatus: '' },
    {
      ...base,
      at: at + 1,
      status: succeeded ? 'Succeeded' : 'Failed',
      subStatus: subStatusOf(response.status),
    },
  ]
  world.transaction(() => {
    for (const event of events) keep(world, { eventId: world.newGuid(), ...event })
  })
}

function keep({ store }: World, event: ActivityEvent): void {
  store.activityEvents.put(event.eventId, event)
  if (store.activityEvents.size() <= mostEvents) return
  for (const { eventId } of store.activityEvents.values()) {
    store.activityEvents.delete(eventId)
    return
  }
}

const statusTexts: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'NoContent',
  400: 'BadRequest',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  409: 'Conflict',
  500: 'InternalServerError',
}

function subStatusOf(status: number): string {
  return statusTexts[status] ?? String(status)
}
