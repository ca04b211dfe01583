import type { WriteContext } from '@trustwright/federation'
import type { IdentityPath } from '@trustwright/shared-schemas'
import { isPolicyOnTrusts, toAssignedPolicy } from '../../domain/azure-policies.ts'
import type { Caller } from '../../ports.ts'
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
  const others = (assignments ?? []).filter(({ definitionId }) => !isPolicyOnTrusts(definitionId)).length
  if (others > 0) notes.notAll('policies', otherPolicies(others))
  return {
    regionsWithoutSupport: regionsWithoutTrusts,
    ...(identity !== undefined && { region: identity.location }),
    ...(permissions !== undefined && { permissions }),
    ...(locks !== undefined && { locks }),
    ...(assignments !== undefined && { policies: assignments.map(toAssignedPolicy) }),
  }
}

function otherPolicies(count: number): string {
  const what = count === 1 ? 'One other policy covers' : `${count} other policies cover`
  return `${what} this identity. The portal knows Microsoft's policies about trusts only, so Azure decides about the rest.`
}
