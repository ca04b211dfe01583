import type { Access, ResourceGroup } from '@trustwright/shared-schemas'
import { actions, toAccess } from '../../domain/access.ts'
import type { Caller } from '../../ports.ts'
import { createIdentityAccess } from './create-identity-access.ts'
import type { SubscriptionDeps } from './subscription-deps.ts'

/**
 * Resource groups, and whether the caller may create one, and an identity in a new one: null where Azure does not tell
 * the caller's roles.
 */
export async function listResourceGroups(
  { arm }: SubscriptionDeps,
  caller: Caller,
  subscriptionId: string,
): Promise<{ resourceGroups: ResourceGroup[]; create: Access | null; createIdentity: Access | null }> {
  const [resourceGroups, roles] = await Promise.all([
    arm.listResourceGroups(caller, subscriptionId),
    arm.listSubscriptionRoles(caller, subscriptionId),
  ])
  const scope = `/subscriptions/${subscriptionId}`
  return {
    resourceGroups,
    create: roles && toAccess(roles, actions.writeResourceGroup, scope),
    createIdentity: roles && createIdentityAccess(roles, scope),
  }
}
