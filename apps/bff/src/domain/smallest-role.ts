import { carriesAction } from './permissions.ts'
import { builtInRoles } from './built-in-roles.ts'

/** The smallest built-in role that carries the action, by name; null where the portal knows none. */
export function smallestRole(action: string): string | null {
  return builtInRoles.find((role) => carriesAction([role], action))?.name ?? null
}
