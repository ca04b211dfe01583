/** What a role gives, as role definitions and the permissions API spell it. */
export interface Grant {
  actions: readonly string[]
  notActions: readonly string[]
}

const compiled = new Map<string, RegExp>()

/**
 * True when the grant allows the action: some pattern of `actions` matches and none of its own `notActions`.
 * Letter case does not count. `/*` + `/` also matches a single slash: Managed Identity Operator holds
 * `userAssignedIdentities/*` + `/assign/action` for the operation `userAssignedIdentities/assign/action`.
 * Source: https://learn.microsoft.com/azure/role-based-access-control/role-definitions
 */
export function allows(grant: Grant, action: string): boolean {
  return matchesSome(grant.actions, action) && !matchesSome(grant.notActions, action)
}

function matchesSome(patterns: readonly string[], action: string): boolean {
  return patterns.some((pattern) => toRegExp(pattern).test(action))
}

function toRegExp(pattern: string): RegExp {
  const known = compiled.get(pattern)
  if (known) return known
  const source = pattern
    .split('/*/')
    .map((part) => part.split('*').map(escape).join('.*'))
    .join('/(?:.*/)?')
  const made = new RegExp(`^${source}$`, 'i')
  compiled.set(pattern, made)
  return made
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
}
