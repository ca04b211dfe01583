import type { ActivityEvent } from '../../kernel/entities/resources.ts'

/** Source: https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema */
export function activityShape(event: ActivityEvent): Record<string, unknown> {
  const { eventId, subscriptionId, at, correlationId, operationName, resourceId, resourceType } = event
  const time = new Date(at).toISOString()
  const namespace = resourceType.split('/')[0] ?? ''
  const ticks = BigInt(at) * 10_000n + 621_355_968_000_000_000n
  return {
    authorization: { action: operationName, scope: resourceId },
    caller: event.callerName,
    channels: 'Operation',
    claims: {
      'http://schemas.microsoft.com/identity/claims/objectidentifier': event.callerObjectId,
      name: event.callerName,
    },
    correlationId,
    description: '',
    eventDataId: eventId,
    eventName: {
      value: event.status === 'Started' ? 'BeginRequest' : 'EndRequest',
      localizedValue: event.status === 'Started' ? 'Begin request' : 'End request',
    },
    category: { value: 'Administrative', localizedValue: 'Administrative' },
    id: `${resourceId}/events/${eventId}/ticks/${ticks}`,
    level: event.status === 'Failed' ? 'Error' : 'Informational',
    resourceGroupName: event.resourceGroup ?? '',
    resourceProviderName: { value: namespace, localizedValue: namespace },
    resourceId,
    resourceType: { value: resourceType, localizedValue: resourceType },
    operationId: correlationId,
    operationName: { value: operationName, localizedValue: operationName },
    properties: { eventCategory: 'Administrative', entity: resourceId, message: operationName },
    status: { value: event.status, localizedValue: event.status },
    subStatus: { value: event.subStatus, localizedValue: event.subStatus },
    eventTimestamp: time,
    submissionTimestamp: time,
    subscriptionId,
  }
}
