import type { NewRoleAssignment } from '@trustwright/shared-schemas'

/** Roles that the person chose and ticked in this tab, by draft. A link or a paste may bring others, which nobody ticked. */
const accepted = new Set<string>()

const keyOf = (draftId: string, { roleId, scope }: NewRoleAssignment) =>
  `${draftId} ${roleId} ${scope}`.toLowerCase()

export function acceptRole(draftId: string, role: NewRoleAssignment): void {
  accepted.add(keyOf(draftId, role))
}

export function wasAccepted(draftId: string, role: NewRoleAssignment): boolean {
  return accepted.has(keyOf(draftId, role))
}
