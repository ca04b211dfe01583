import type { NewRoleAssignment, SetUpParent } from '@trustwright/shared-schemas'
import type { Requester } from '../request-to-admin.ts'
import { assignCommand } from './assign-command.ts'

interface RoleRequest {
  /** Whom the roles are for. */
  readonly name: string
  readonly parent: SetUpParent
  /** Object ID of the identity or service principal; null while it is not made, or was not read. */
  readonly principalId: string | null
  /** `words`: `Contributor on rg-pay`. */
  readonly roles: readonly (NewRoleAssignment & { readonly words: string })[]
  readonly requester: Requester | null
}

/** A message to whoever may give the roles that the person may not, with a command for each. */
export function roleRequest({ name, parent, principalId, roles, requester }: RoleRequest): string {
  const one = roles.length === 1
  return [
    `${name} needs ${one ? 'a role' : `${String(roles.length)} roles`} that I may not give. Its trust is made without ${one ? 'it' : 'them'}, so it can sign in, and do nothing there yet.`,
    ...roles.flatMap((role) => [
      '',
      role.words,
      `Scope: ${role.scope}`,
      ...(role.reason === undefined ? [] : [`Reason: ${role.reason}`]),
      `Command: ${assignCommand(principalId ?? principalOf(parent), role)}`,
    ]),
    ...(requester === null ? [] : ['', `Asked for by: ${requester.username}`]),
  ].join('\n')
}

/** Read by the command itself where the identity is still to be made; names of applications are no keys. */
function principalOf(parent: SetUpParent): string {
  if (parent.kind === 'application') {
    return `"$(az ad sp show --id ${parent.appId} --query id --output tsv)"`
  }
  if (parent.kind === 'newApplication') return '"<object ID of its service principal>"'
  const { subscriptionId, resourceGroup, identityName } = parent
  return `"$(az identity show --subscription ${subscriptionId} --resource-group '${resourceGroup}' --name '${identityName}' --query principalId --output tsv)"`
}
