import type { AssignedPolicy, WriteContext } from '@trustwright/federation'
import type { IdentityPath } from '@trustwright/shared-schemas'
import type { Caller, StoredPolicyAssignment } from '../../ports.ts'
import type { Notes } from './notes.ts'
import type { PreflightDeps } from './preflight-deps.ts'

/** What Azure Resource Manager tells of a write on a managed identity before it is sent. */
export async function identityFacts(
  { arm, regionsWithoutTrusts }: PreflightDeps,
  caller: Caller,
  path: IdentityPath,
  notes: Notes,
): Promise<WriteContext> {
  const [identity, permissions, locks, assignments] = await Promise.all([
    notes.learn('region', () => arm.readIdentity(caller, path)),
    notes.learn('permissions', () => arm.listPermissions(caller, path)),
    notes.learn('locks', () => arm.listLocks(caller, path)),
    notes.learn('policies', () => arm.listPolicyAssignments(caller, path)),
  ])
  const others = (assignments ?? []).filter(({ definitionId }) => !isKnown(definitionId)).length
  if (others > 0) notes.notAll('policies', otherPolicies(others))
  return {
    regionsWithoutSupport: regionsWithoutTrusts,
    ...(identity !== undefined && { region: identity.location }),
    ...(permissions !== undefined && { permissions }),
    ...(locks !== undefined && { locks }),
    ...(assignments !== undefined && { policies: assignments.map(toPolicy) }),
  }
}

/** “Not allowed resource types”; the others only audit unless their assignment says otherwise. */
const deniesByDefault = '6c112d4e-5bc7-47ae-a041-ea2d9dccd749'
/** Three definitions about trusts, and the initiative of them. */
const aboutTrusts = [
  '2571b7c3-3056-4a61-b00a-9bc5232234f5',
  'fd1a8e20-2c4f-4a6c-9354-b58d786d9a1f',
  'ae62c456-33de-4dc8-b100-7ce9028a7d99',
  '5e4ee281-95a3-442a-bb2a-5ef68cf5181a',
]

function isKnown(definitionId: string): boolean {
  return [deniesByDefault, ...aboutTrusts].some((id) => definitionId.toLowerCase().endsWith(id))
}

function toPolicy({
  definitionId,
  displayName,
  isEnforced,
  parameters,
}: StoredPolicyAssignment): AssignedPolicy {
  const given = parameters['effect']
  const usual = definitionId.toLowerCase().endsWith(deniesByDefault) ? 'Deny' : 'Audit'
  const effect = typeof given === 'string' ? given : usual
  const isDenial = effect.toLowerCase() === 'deny'
  return { id: definitionId, displayName, effect: isDenial && !isEnforced ? 'Audit' : effect, parameters }
}

function otherPolicies(count: number): string {
  const what = count === 1 ? 'One other policy covers' : `${count} other policies cover`
  return `${what} this identity. The portal knows Microsoft's policies about trusts only, so Azure decides about the rest.`
}
