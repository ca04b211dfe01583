import type { Permission } from '../ports.ts'

/**
 * True when one role carries the action: it matches that role's actions and none of that same role's notActions.
 * Case does not matter and `*` stands for any text.
 * https://learn.microsoft.com/azure/role-based-access-control/role-definitions#actions
 */
export function carriesAction(permissions: readonly Permission[], action: string): boolean {
  return permissions.some(
    ({ actions, notActions }) =>
      actions.some((pattern) => matches(pattern, action)) &&
      !notActions.some((pattern) => matches(pattern, action)),
  )
}

/** Compares piece by piece between the wildcards, so that the time stays linear in the text. */
function matches(pattern: string, action: string): boolean {
  const text = action.toLowerCase()
  const pieces = pattern.toLowerCase().split('*')
  const first = pieces.shift() ?? ''
  const last = pieces.pop()
  if (last === undefined) return first === text
  if (!text.startsWith(first) || text.length < first.length + last.length) return false
  let from = first.length
  const until = text.length - last.length
  for (const piece of pieces) {
    const at = text.indexOf(piece, from)
    if (at === -1 || at + piece.length > until) return false
    from = at + piece.length
  }
  return text.endsWith(last)
}
