import type { NewRoleAssignment, TrustParent } from '@trustwright/shared-schemas'
import { toStorable } from '../../domain/credential-values.ts'
import { guardrailProblem, type Guard } from '../../domain/guardrails.ts'
import { isOwnerLike } from '../../domain/owner-like.ts'
import { parseIdentityId, resourceKey, subscriptionOf } from '../../domain/resource-ids.ts'
import type { PortalError } from '../../errors.ts'
import type { Arm, Caller, RoleDefinition } from '../../ports.ts'
import { readDefinition } from './give-role.ts'
import { once } from './once.ts'
import type { PlannedRow } from './plan-steps.ts'

/** What the portal's rules would say to a step that Azure would take. */
export interface StepGuard {
  /** GUARDRAIL_REFUSED, or null. */
  against(step: Pick<PlannedRow, 'parentKey' | 'payload'>): Promise<PortalError | null>
}

/** Definitions of roles are read where a rule hangs on them, each once. */
export function createStepGuard(
  arm: Pick<Arm, 'readRoleDefinition'>,
  caller: Caller,
  guard: Guard,
): StepGuard {
  const definitions = new Map<string, Promise<RoleDefinition | null>>()
  const againstRole = async (role: NewRoleAssignment) => {
    const unread = guard.role({ ...role, ownerLike: null })
    if (unread.length === guard.role({ ...role, ownerLike: false }).length) return guardrailProblem(unread)
    const key = resourceKey(`${subscriptionOf(role.scope)} ${role.roleId}`)
    const definition = await once(definitions, key, () => readDefinition(arm, caller, role))
    return guardrailProblem(guard.role({ ...role, ownerLike: definition && isOwnerLike(definition) }))
  }
  return {
    async against({ parentKey, payload }) {
      if (payload.kind === 'role') return await againstRole(payload.role)
      if (payload.kind !== 'trust') return null
      const { name, ...asked } = payload.trust
      return guardrailProblem(guard.trust(parentOf(parentKey), { ...toStorable(asked), name }))
    },
  }
}

/** Rules ask for the kind, and for the place of an identity. */
function parentOf(parentKey: string): TrustParent {
  const path = parseIdentityId(parentKey)
  return path === null ? { kind: 'application', appId: '' } : { kind: 'managedIdentity', ...path }
}
