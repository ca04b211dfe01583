import { errorCatalogue } from '@trustwright/shared-schemas'
import { PortalError } from '../errors.ts'
import type { Arm, Permission } from '../ports.ts'
import type { ArmMethods } from './arm-methods.ts'
import { readAll } from './read-all.ts'

interface Actions {
  readonly actions?: readonly string[]
  readonly notActions?: readonly string[]
}

/** https://learn.microsoft.com/rest/api/authorization/permissions and /role-assignments */
export function permissionMethods({
  read,
}: ArmMethods): Pick<Arm, 'listPermissions' | 'listSubscriptionRoles'> {
  return {
    async listPermissions(caller, { subscriptionId, resourceGroup, identityName }) {
      const found = await read(caller, 'list', {}, (clients, abortSignal) => {
        const { permissions } = clients.authorization(subscriptionId)
        if (identityName === undefined) {
          return readAll(permissions.listForResourceGroup(resourceGroup, { abortSignal }))
        }
        return readAll(
          permissions.listForResource(
            resourceGroup,
            'Microsoft.ManagedIdentity',
            '',
            'userAssignedIdentities',
            identityName,
            { abortSignal },
          ),
        )
      })
      return found.map(toPermission)
    },
    async listSubscriptionRoles(caller, subscriptionId) {
      try {
        return await readRoles(read, caller, subscriptionId)
      } catch (error) {
        // This is only a hint: not being told is no reason to refuse the page that asks. A lost session is.
        if (error instanceof PortalError && errorCatalogue[error.code].status !== 401) return null
        throw error
      }
    },
  }
}

/** ARM's permissions API knows groups and resources only, so a subscription needs assignments and definitions. */
async function readRoles(
  read: ArmMethods['read'],
  caller: Parameters<Arm['listSubscriptionRoles']>[0],
  subscriptionId: string,
): Promise<Permission[]> {
  const filter = `assignedTo('${caller.objectId}')`
  const assignments = await read(caller, 'list', {}, (clients, abortSignal) =>
    readAll(
      clients.authorization(subscriptionId).roleAssignments.listForSubscription({ filter, abortSignal }),
    ),
  )
  const atSubscription = assignments.filter(({ scope }) => coversSubscription(scope ?? '', subscriptionId))
  const ids = new Set(atSubscription.flatMap(({ roleDefinitionId }) => roleDefinitionId ?? []))
  const definitions = await Promise.all(
    [...ids].map((id) =>
      read(caller, 'object', {}, (clients, abortSignal) =>
        clients.authorization(subscriptionId).roleDefinitions.getById(id.replace(/^\//, ''), { abortSignal }),
      ),
    ),
  )
  return definitions.flatMap(({ permissions }) => (permissions ?? []).map(toPermission))
}

function coversSubscription(scope: string, subscriptionId: string): boolean {
  const lower = scope.toLowerCase()
  return (
    lower === '/' ||
    lower === `/subscriptions/${subscriptionId.toLowerCase()}` ||
    lower.startsWith('/providers/microsoft.management/managementgroups/')
  )
}

function toPermission({ actions, notActions }: Actions): Permission {
  return { actions: actions ?? [], notActions: notActions ?? [] }
}
