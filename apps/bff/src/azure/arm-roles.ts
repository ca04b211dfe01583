import type { Arm, Permission } from '../ports.ts'
import type { ArmMethods } from './arm-methods.ts'
import { readAll } from './read-all.ts'

interface Actions {
  readonly actions?: readonly string[]
  readonly notActions?: readonly string[]
}

/** https://learn.microsoft.com/rest/api/authorization/role-assignments and /role-definitions */
export function roleMethods({ read }: ArmMethods): Pick<Arm, 'listAssignments' | 'readRoleDefinition'> {
  return {
    async listAssignments(caller, subscriptionId, principalId) {
      const filter = `assignedTo('${principalId}')`
      const found = await read(caller, 'list', {}, (clients, abortSignal) =>
        readAll(
          clients.authorization(subscriptionId).roleAssignments.listForSubscription({ filter, abortSignal }),
        ),
      )
      return found.map((assignment) => ({
        id: assignment.id ?? '',
        scope: assignment.scope ?? '',
        roleDefinitionId: assignment.roleDefinitionId ?? '',
        principalId: assignment.principalId ?? '',
        condition: assignment.condition ?? null,
      }))
    },
    async readRoleDefinition(caller, subscriptionId, id) {
      const { roleName, permissions } = await read(caller, 'object', {}, (clients, abortSignal) =>
        clients.authorization(subscriptionId).roleDefinitions.getById(id.replace(/^\//, ''), { abortSignal }),
      )
      return { roleName: roleName ?? id, permissions: (permissions ?? []).map(toPermission) }
    },
  }
}

export function toPermission({ actions, notActions }: Actions): Permission {
  return { actions: actions ?? [], notActions: notActions ?? [] }
}
