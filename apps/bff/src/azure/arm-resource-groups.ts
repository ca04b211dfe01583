import type { ResourceGroup as AzureResourceGroup } from '@azure/arm-resources'
import type { ResourceGroup } from '@trustwright/shared-schemas'
import type { Arm } from '../ports.ts'
import type { ArmMethods } from './arm-methods.ts'
import { foundOrNull } from './found-or-null.ts'
import { readAll } from './read-all.ts'

/** https://learn.microsoft.com/rest/api/resources/resource-groups */
export function resourceGroupMethods({
  read,
  write,
}: ArmMethods): Pick<Arm, 'listResourceGroups' | 'findResourceGroup' | 'createResourceGroup'> {
  const find: Arm['findResourceGroup'] = (caller, subscriptionId, name) =>
    foundOrNull(
      read(caller, 'object', {}, async (clients, abortSignal) =>
        toResourceGroup(
          subscriptionId,
          await clients.resources(subscriptionId).resourceGroups.get(name, { abortSignal }),
        ),
      ),
      'ResourceGroupNotFound',
    )
  return {
    findResourceGroup: find,
    async listResourceGroups(caller, subscriptionId) {
      const groups = await read(caller, 'list', {}, (clients, abortSignal) =>
        readAll(clients.resources(subscriptionId).resourceGroups.list({ abortSignal })),
      )
      return groups.map((group) => toResourceGroup(subscriptionId, group))
    },
    createResourceGroup: (caller, subscriptionId, { name, location }) =>
      write({
        caller,
        expects: 'object',
        run: async (clients, abortSignal) =>
          toResourceGroup(
            subscriptionId,
            await clients
              .resources(subscriptionId)
              .resourceGroups.createOrUpdate(name, { location }, { abortSignal }),
          ),
        settle: async () => {
          const value = await find(caller, subscriptionId, name)
          return value && { value }
        },
      }),
  }
}

function toResourceGroup(subscriptionId: string, { name, location }: AzureResourceGroup): ResourceGroup {
  return { subscriptionId, name: name ?? '', location }
}
