import type { RoleFact } from './facts/access.ts'
import { isUnder, type PolicyRefusal, whoRefused } from './policy-refusals.ts'
import type { FindingPolicy, RoleReasons } from './settings.ts'

/** A role that is held, or about to be given. */
export interface GuardedRole {
  /** GUID of the role's definition, or its resource ID. */
  readonly roleId: string
  /** Null where nobody could tell. */
  readonly ownerLike: boolean | null
  /** Resource ID of what it is given on. */
  readonly scope: string
  /** Why it is given. */
  readonly reason?: string | undefined
  /** As in `GuardedTrust`. */
  readonly creator?: readonly string[] | undefined
}

/**
 * What the portal's policies refuse of a role. A policy's `scopes` are compared with the scope of the role; one that is for a
 * kind of parent holds for every parent's roles, since a role is given to a principal. A role of which nobody can tell whether
 * it is owner-like needs a reason as if it were.
 */
export function roleRefusals(
  policies: readonly FindingPolicy[],
  given: GuardedRole,
): readonly PolicyRefusal[] {
  return policies
    .filter(({ scopes }) => scopes === undefined || isUnder(given.scope, scopes))
    .flatMap((policy) =>
      [whoRefused(policy.mayCreate, given.creator), reasonRefused(policy.roleReasons, given)].flatMap(
        (found) => (found === null ? [] : [{ policy, ...found }]),
      ),
    )
}

/** The same of a role that is held; null where its reason was not read, although one is asked for. */
export function heldRoleRefusals(
  policies: readonly FindingPolicy[],
  role: RoleFact,
): readonly PolicyRefusal[] | null {
  const { scope, ownerLike, roleDefinitionId: roleId, reason } = role
  const found = roleRefusals(policies, { roleId, ownerLike, scope, reason: reason ?? undefined })
  return reason === undefined && found.length > 0 ? null : found
}

function reasonRefused(
  asked: RoleReasons | undefined,
  given: GuardedRole,
): Omit<PolicyRefusal, 'policy'> | null {
  if (asked === undefined || !needsReason(asked, given)) return null
  const least = Math.max(1, asked.minLength ?? 1)
  if ((given.reason ?? '').trim().length >= least) return null
  return {
    why: `a role like this is given with a reason alone, on ${given.scope}`,
    fix:
      least > 1
        ? `Say in at least ${least} characters why it is needed`
        : 'Say why it is needed, or give a smaller role',
  }
}

function needsReason({ roles }: RoleReasons, { roleId, ownerLike, scope }: GuardedRole): boolean {
  const id = roleId.slice(-36).toLowerCase()
  return roles.some((role) => {
    if (role === 'owner-like') return ownerLike !== false
    if (role === 'broad') return isBroad(scope)
    return role.slice(-36).toLowerCase() === id
  })
}

/** A subscription, or what stands above one. */
function isBroad(scope: string): boolean {
  const parts = scope.split('/').filter((part) => part !== '')
  return parts[0]?.toLowerCase() !== 'subscriptions' || parts.length <= 2
}
