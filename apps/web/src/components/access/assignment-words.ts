import type { RoleAssignment, RoleAssignmentList, ScopeKind } from '@trustwright/shared-schemas'
import { counted } from '../../lib/words.ts'

interface Flag {
  readonly text: string
  readonly meaning: string
  /** A person should look at it twice. */
  readonly warns: boolean
}

const broadWords: Partial<Record<ScopeKind, string>> = {
  subscription: 'Whole subscription',
  'management-group': 'Whole management group',
  root: 'Whole tenant',
}

/** What stands out about a role that is held. */
export function flagsOf(each: RoleAssignment): Flag[] {
  const broad = broadWords[each.scopeKind]
  return [
    ...(each.ownerLike === true
      ? [{ text: 'Owner-like', meaning: 'It may change everything there, or give roles away.', warns: true }]
      : []),
    ...(each.broad && broad !== undefined
      ? [{ text: broad, meaning: 'It covers everything there, also what is made later.', warns: true }]
      : []),
    ...(each.direct
      ? []
      : [{ text: 'Through a group', meaning: 'A group that it belongs to holds the role.', warns: false }]),
    ...(each.conditioned
      ? [{ text: 'Conditioned', meaning: 'A condition narrows it: read it in Azure.', warns: false }]
      : []),
  ]
}

/** Why the role cannot be removed here; null where it can. */
export function keptBecause({ direct, scopeKind }: RoleAssignment): string | null {
  if (scopeKind === 'management-group' || scopeKind === 'root') {
    return 'Held above the subscriptions: it is removed there.'
  }
  return direct ? null : 'Held by a group: take it out of the group to end it.'
}

/** Of a role whose definition the person may not read, the end of its ID. */
export function roleTitle({ roleName, roleDefinitionId }: RoleAssignment): string {
  return roleName ?? `Role ${roleDefinitionId.split('/').at(-1) ?? ''}`
}

/** What was looked through, and what was found: never more than that. */
export function readingWords({
  assignments,
  subscriptionsRead,
}: Pick<RoleAssignmentList, 'assignments' | 'subscriptionsRead'>): string {
  if (assignments.length > 0)
    return `${counted(assignments.length, 'role')} in ${readWords(subscriptionsRead)}.`
  if (subscriptionsRead === 0) return 'You can read no subscription, so nothing is known of its roles.'
  return `No role in ${readWords(subscriptionsRead)}. It can sign in, but do nothing there.`
}

function readWords(read: number): string {
  return read === 1
    ? 'the subscription that you can read'
    : `the ${counted(read, 'subscription')} that you can read`
}
