import type { Arm } from '../ports.ts'
import type { ArmMethods } from './arm-methods.ts'
import { readAll } from './read-all.ts'

/** Subscriptions and their locations. https://learn.microsoft.com/rest/api/resources/subscriptions */
export function subscriptionMethods({ read }: ArmMethods): Pick<Arm, 'listSubscriptions' | 'listLocations'> {
  return {
    async listSubscriptions(caller, options) {
      const found = await read(caller, 'list', options, (clients, abortSignal) =>
        readAll(clients.subscriptions().subscriptions.list({ abortSignal })),
      )
      return found.flatMap(({ subscriptionId, displayName, state, tenantId }) =>
        subscriptionId === undefined
          ? []
          : [
              {
                subscriptionId,
                displayName: displayName ?? subscriptionId,
                state: state ?? 'Unknown',
                tenantId: tenantId ?? null,
              },
            ],
      )
    },
    async listLocations(caller, subscriptionId) {
      const found = await read(caller, 'list', {}, (clients, abortSignal) =>
        readAll(clients.subscriptions().subscriptions.listLocations(subscriptionId, { abortSignal })),
      )
      return found.flatMap(({ name, displayName }) =>
        name === undefined ? [] : [{ name, displayName: displayName ?? name }],
      )
    },
  }
}
