interface MissingAccess {
  readonly action: string | null
  readonly role: string | null
  readonly scope: string | null
}

/** A message that a person can send to whoever grants access. */
export function requestToAdmin({ action, role, scope }: MissingAccess): string {
  const asked = role ?? 'a role that carries the action below'
  return [
    `I need ${asked}${scope === null ? '' : ` on this scope`} to ${purposeOf(action)}.`,
    ...(scope === null ? [] : [`Scope: ${scope}`]),
    ...(action === null ? [] : [`Action: ${action}`]),
    ...(role === null || scope === null
      ? []
      : [`Command: az role assignment create --assignee <my account> --role "${role}" --scope "${scope}"`]),
  ].join('\n')
}

/** The last words of ARM's action say what it is for. */
function purposeOf(action: string | null): string {
  if (action?.endsWith('/userAssignedIdentities/write') === true) return 'create managed identities'
  if (action?.endsWith('/resourceGroups/write') === true) return 'create resource groups'
  return 'manage federated identity credentials'
}
