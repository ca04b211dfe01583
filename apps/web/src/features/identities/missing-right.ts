import type { Access } from '@trustwright/shared-schemas'
import { ApiProblem } from '../../api/api-problem.ts'
import type { IdentityFormValues } from './identity-form.ts'

/** What is known of the person's rights in one subscription; null where Azure does not tell, or not yet. */
export interface KnownRights {
  /** Making a resource group. */
  readonly createGroup: Access | null
  /** Making an identity in a group that does not exist yet. */
  readonly createIdentity: Access | null
  /** Making an identity in the existing group that is chosen. */
  readonly createInGroup: Access | null
}

export interface MissingRight {
  /** What the person cannot do: `create an identity in rg-pay`. */
  readonly to: string
  readonly access: Access
  /** Why the button cannot be pressed, and what to do. */
  readonly blockedReason: string
}

/** The right that the chosen group lacks; null where nothing is known to be missing, since Azure decides in the end. */
export function missingRight(
  { groupChoice, existingGroup }: Pick<IdentityFormValues, 'groupChoice' | 'existingGroup'>,
  { createGroup, createIdentity, createInGroup }: KnownRights,
): MissingRight | null {
  if (groupChoice === 'existing') {
    return lacking(createInGroup, `create an identity in ${existingGroup}`, 'Choose another group')
  }
  // The role that makes groups carries the right to make identities in them, so one request is enough.
  return (
    lacking(createGroup, 'create a resource group here', 'Choose an existing one') ??
    lacking(createIdentity, 'create an identity in a new resource group here', 'Choose an existing one')
  )
}

function lacking(access: Access | null, to: string, wayOut: string): MissingRight | null {
  if (access === null || access.allowed) return null
  return {
    to,
    access,
    blockedReason: `You may not ${to}. ${wayOut}, or ask for the role named above.`,
  }
}

/**
 * Why rights could not be read, unless that itself is not allowed: a role that makes identities need not carry the
 * right to read one's rights, and an alarm would stop a person who can go on.
 */
export function worthTelling(error: Error | null): Error | null {
  return error instanceof ApiProblem && error.code === 'FORBIDDEN' ? null : error
}
