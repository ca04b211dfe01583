import { createHash } from 'node:crypto'
import type { NewRoleAssignment } from '@trustwright/shared-schemas'
import { assignRole, definitionOf } from '../../domain/assign-role.ts'
import { isOwnerLike } from '../../domain/owner-like.ts'
import { resourceKey, roleAssignmentId, subscriptionOf } from '../../domain/resource-ids.ts'
import { PortalError } from '../../errors.ts'
import type { Arm, Caller, RoleDefinition, StoredAssignment } from '../../ports.ts'
import type { ActiveRun, StepEnd } from './active-run.ts'
import type { ParentFacts } from './parent-facts.ts'

/** Given where the principal does not hold it at this scope itself. */
export async function giveRole(
  { arm, audit, caller, guardrails }: ActiveRun,
  facts: ParentFacts,
  role: NewRoleAssignment,
): Promise<StepEnd> {
  const given = facts.given(role)
  if (given !== null) return { state: 'already-there', result: { assignmentId: given } }
  const principalId = await facts.principalId()
  const wanted = { ...role, principalId }
  const held = facts.isNew() ? null : await findHeld(arm, caller, wanted)
  if (held !== null) return { state: 'already-there', result: { assignmentId: held } }
  const id = roleAssignmentId(role.scope, nameOf(wanted))
  const definition = await readDefinition(arm, caller, role)
  const roleName = definition?.roleName ?? null
  const ownerLike = definition && isOwnerLike(definition)
  try {
    const stored = await assignRole({ arm, audit, guardrails }, caller, {
      ...wanted,
      id,
      roleName,
      ownerLike,
    })
    return { state: 'done', result: { assignmentId: stored.id } }
  } catch (error) {
    if (!(error instanceof PortalError) || error.extras.upstream?.code !== 'RoleAssignmentExists') throw error
    return { state: 'already-there', result: { assignmentId: (await findHeld(arm, caller, wanted)) ?? id } }
  }
}

/** What makes two roles of one identity the same; the reason does not. */
export function roleKeyOf({ scope, roleId }: NewRoleAssignment): string {
  return resourceKey(`${scope} ${roleId}`)
}

interface Wanted extends Pick<NewRoleAssignment, 'scope' | 'roleId'> {
  readonly principalId: string
}

/** The ID of an assignment that gives exactly this. */
async function findHeld(
  arm: Pick<Arm, 'listAssignments'>,
  caller: Caller,
  wanted: Wanted,
): Promise<string | null> {
  const held = await arm.listAssignments(caller, subscriptionOf(wanted.scope), wanted.principalId)
  return held.find((each) => holdsExactly(each, wanted))?.id ?? null
}

/** One that a condition narrows, or that a group holds, is something else. */
export function holdsExactly(each: StoredAssignment, { principalId, scope, roleId }: Wanted): boolean {
  return (
    resourceKey(each.principalId) === resourceKey(principalId) &&
    resourceKey(each.scope) === resourceKey(scope) &&
    resourceKey(each.roleDefinitionId).endsWith(`/${resourceKey(roleId)}`) &&
    each.condition === null
  )
}

/** The same GUID whenever the same is asked for, so that a repeated request makes nothing twice. */
function nameOf({ principalId, scope, roleId }: Wanted): string {
  const hash = createHash('sha256')
    .update(resourceKey(`${principalId} ${scope} ${roleId}`))
    .digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}

/** For the audit trail and the portal's rules; null where the person may not read it. */
export async function readDefinition(
  arm: Pick<Arm, 'readRoleDefinition'>,
  caller: Caller,
  role: NewRoleAssignment,
): Promise<RoleDefinition | null> {
  try {
    return await arm.readRoleDefinition(caller, subscriptionOf(role.scope), definitionOf(role))
  } catch (error) {
    if (error instanceof PortalError && error.code === 'FORBIDDEN') return null
    throw error
  }
}
