interface MissingAccess {
  readonly action: string | null
  readonly role: string | null
  readonly scope: string | null
}

/** A message that a person can send to whoever grants access. */
export function requestToAdmin({ action, role, scope }: MissingAccess): string {
  const asked = role ?? 'a role that carries the action below'
  return [
    `I need ${asked}${scope === null ? '' : ` on this scope`} to manage federated identity credentials.`,
    ...(scope === null ? [] : [`Scope: ${scope}`]),
    ...(action === null ? [] : [`Action: ${action}`]),
    ...(role === null || scope === null
      ? []
      : [`Command: az role assignment create --assignee <my account> --role "${role}" --scope "${scope}"`]),
  ].join('\n')
}
