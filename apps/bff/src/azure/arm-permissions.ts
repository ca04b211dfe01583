import { errorCatalogue } from '@trustwright/shared-schemas'
import { PortalError } from '../errors.ts'
import type { Arm, Permission } from '../ports.ts'
import type { ArmMethods } from './arm-methods.ts'
import { roleMethods, toPermission } from './arm-roles.ts'
import { readAll } from './read-all.ts'

/** https://learn.microsoft.com/rest/api/authorization/permissions and /role-assignments */
export function permissionMethods(
  methods: ArmMethods,
): Pick<Arm, 'listPermissions' | 'listSubscriptionRoles'> {
  const { read } = methods
  const roles = roleMethods(methods)
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
        return await readRoles(roles, caller, subscriptionId)
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
  roles: ReturnType<typeof roleMethods>,
  caller: Parameters<Arm['listSubscriptionRoles']>[0],
  subscriptionId: string,
): Promise<Permission[]> {
  const { listAssignments, readRoleDefinition } = roles
  const assignments = await listAssignments(caller, subscriptionId, caller.objectId)
  const atSubscription = assignments.filter(({ scope }) => coversSubscription(scope, subscriptionId))
  const ids = new Set(atSubscription.map(({ roleDefinitionId }) => roleDefinitionId))
  const definitions = await Promise.all([...ids].map((id) => readRoleDefinition(caller, subscriptionId, id)))
  return definitions.flatMap(({ permissions }) => permissions)
}

function coversSubscription(scope: string, subscriptionId: string): boolean {
  const lower = scope.toLowerCase()
  return (
    lower === '/' ||
    lower === `/subscriptions/${subscriptionId.toLowerCase()}` ||
    lower.startsWith('/providers/microsoft.management/managementgroups/')
  )
}
