import { matchesWildcard } from '../../kernel/wildcard.ts'

/** What a role gives, as role definitions and the permissions API spell it. */
export interface Grant {
  actions: readonly string[]
  notActions: readonly string[]
}

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
  const text = doubled(action)
  return patterns.some((pattern) => matchesWildcard(text, pattern.split('/*/').map(doubled).join('/*/')))
}

/** With each slash twice, `/` + `*` + `/` fits one slash of the action as well as a run between two. */
function doubled(text: string): string {
  return text.toLowerCase().replaceAll('/', '//')
}
