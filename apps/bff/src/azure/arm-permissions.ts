import { errorCatalogue } from '@trustwright/shared-schemas'
import { PortalError } from '../errors.ts'
import { parseResourceId, type ResourceParts } from '../domain/resource-ids.ts'
import type { Arm, Caller, Permission } from '../ports.ts'
import type { ArmMethods } from './arm-methods.ts'
import { roleMethods, toPermission } from './arm-roles.ts'
import { readAll } from './read-all.ts'

/** https://learn.microsoft.com/rest/api/authorization/permissions and /role-assignments */
export function permissionMethods(
  methods: ArmMethods,
): Pick<Arm, 'listPermissions' | 'listPermissionsAt' | 'listSubscriptionRoles'> {
  const { read } = methods
  const roles = roleMethods(methods)
  async function listAt(caller: Caller, parts: ResourceParts): Promise<Permission[]> {
    const { subscriptionId, resourceGroup, resource } = parts
    const found = await read(caller, 'list', {}, (clients, abortSignal) => {
      const { permissions } = clients.authorization(subscriptionId)
      if (resource === null) return readAll(permissions.listForResourceGroup(resourceGroup, { abortSignal }))
      const { namespace, parentPath, type, name } = resource
      const options = { abortSignal }
      return readAll(permissions.listForResource(resourceGroup, namespace, parentPath, type, name, options))
    })
    return found.map(toPermission)
  }
  return {
    listPermissions: (caller, { subscriptionId, resourceGroup, identityName: name }) => {
      const namespace = 'Microsoft.ManagedIdentity'
      const resource =
        name === undefined ? null : { namespace, parentPath: '', type: 'userAssignedIdentities', name }
      return listAt(caller, { subscriptionId, resourceGroup, resource })
    },
    async listPermissionsAt(caller, scope) {
      const parts = parseResourceId(scope)
      return parts && (await listAt(caller, parts))
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
  caller: Caller,
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
