import type { NewRoleAssignment } from '@trustwright/shared-schemas'

/**
 * The same act in the Azure CLI. With the object ID and its type the CLI asks nothing of the directory, so it also works
 * right after the identity was made. https://learn.microsoft.com/cli/azure/role/assignment#az-role-assignment-create
 */
export function assignCommand(principalId: string, { scope, roleId, reason }: NewRoleAssignment): string {
  return [
    `az role assignment create --assignee-object-id ${principalId}`,
    `--assignee-principal-type ServicePrincipal --role ${roleId} --scope "${scope}"`,
    // One word for bash, whatever it holds. https://www.gnu.org/software/bash/manual/bash.html#Single-Quotes
    ...(reason === undefined ? [] : [`--description '${reason.replaceAll("'", String.raw`'\''`)}'`]),
  ].join(' ')
}
