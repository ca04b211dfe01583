import type { Access, ResourceGroup } from '@trustwright/shared-schemas'
import { actions, toAccess } from '../../domain/access.ts'
import type { Caller } from '../../ports.ts'
import type { SubscriptionDeps } from './routes.ts'

/** Resource groups, and whether the caller may create one: null where Azure does not tell the caller's roles. */
export async function listResourceGroups(
  { arm }: SubscriptionDeps,
  caller: Caller,
  subscriptionId: string,
): Promise<{ resourceGroups: ResourceGroup[]; create: Access | null }> {
  const [resourceGroups, roles] = await Promise.all([
    arm.listResourceGroups(caller, subscriptionId),
    arm.listSubscriptionRoles(caller, subscriptionId),
  ])
  const scope = `/subscriptions/${subscriptionId}`
  return { resourceGroups, create: roles && toAccess(roles, actions.writeResourceGroup, scope) }
}
