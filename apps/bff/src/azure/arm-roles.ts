import type { RoleAssignment } from '@azure/arm-authorization'
import { subscriptionOf } from '../domain/resource-ids.ts'
import type { Arm, Caller, Permission, StoredAssignment } from '../ports.ts'
import type { ArmMethods } from './arm-methods.ts'
import { nothingReadable, UnreadableAnswer } from './azure-failures.ts'
import { foundOrNull } from './found-or-null.ts'
import { readAll } from './read-all.ts'

interface Actions {
  readonly actions?: readonly string[]
  readonly notActions?: readonly string[]
}

/** https://learn.microsoft.com/rest/api/authorization/role-assignments and /role-definitions */
export function roleMethods({
  read,
  write,
}: ArmMethods): Pick<
  Arm,
  'listAssignments' | 'readRoleDefinition' | 'readAssignment' | 'createAssignment' | 'deleteAssignment'
> {
  const readAssignment: Arm['readAssignment'] = (caller, id) =>
    read(caller, 'object', {}, async (clients, abortSignal) => {
      const { roleAssignments } = clients.authorization(subscriptionOf(id))
      return toAssignment(await roleAssignments.getById(unrooted(id), { abortSignal }))
    })
  const find = (caller: Caller, id: string) =>
    foundOrNull(readAssignment(caller, id), 'RoleAssignmentNotFound')
  return {
    readAssignment,
    createAssignment: (caller, { id, ...asked }) =>
      write({
        caller,
        expects: 'object',
        run: async (clients, abortSignal) => {
          const { roleAssignments } = clients.authorization(subscriptionOf(id))
          const wanted = { ...asked, principalType: 'ServicePrincipal' }
          return confirmed(await roleAssignments.createById(unrooted(id), wanted, { abortSignal }))
        },
        settle: async () => {
          const value = await find(caller, id)
          return value && { value }
        },
      }),
    deleteAssignment: (caller, id) =>
      write<null>({
        caller,
        expects: 'nothing',
        run: async (clients, abortSignal) => {
          await clients
            .authorization(subscriptionOf(id))
            .roleAssignments.deleteById(unrooted(id), { abortSignal })
          return null
        },
        settle: async () => ((await find(caller, id)) === null ? { value: null } : null),
      }),
    async listAssignments(caller, subscriptionId, principalId) {
      const filter = `assignedTo('${principalId}')`
      const found = await read(caller, 'list', {}, (clients, abortSignal) =>
        readAll(
          clients.authorization(subscriptionId).roleAssignments.listForSubscription({ filter, abortSignal }),
        ),
      )
      return found.map(toAssignment)
    },
    async readRoleDefinition(caller, subscriptionId, id) {
      const { roleName, permissions } = await read(caller, 'object', {}, (clients, abortSignal) =>
        clients.authorization(subscriptionId).roleDefinitions.getById(unrooted(id), { abortSignal }),
      )
      return { roleName: roleName ?? id, permissions: (permissions ?? []).map(toPermission) }
    },
  }
}

function toAssignment(assignment: RoleAssignment): StoredAssignment {
  return {
    id: assignment.id ?? '',
    scope: assignment.scope ?? '',
    roleDefinitionId: assignment.roleDefinitionId ?? '',
    principalId: assignment.principalId ?? '',
    condition: assignment.condition ?? null,
  }
}

/** The answer to a write. Throws UnreadableAnswer where it tells nothing, so that the assignment is read instead. */
function confirmed(assignment: RoleAssignment): StoredAssignment {
  if (assignment.id && assignment.scope) return toAssignment(assignment)
  throw new UnreadableAnswer(nothingReadable, 'without the assignment that was made')
}

/** The vendor's client puts the slash in front itself. */
function unrooted(id: string): string {
  return id.replace(/^\//, '')
}

export function toPermission({ actions, notActions }: Actions): Permission {
  return { actions: actions ?? [], notActions: notActions ?? [] }
}
