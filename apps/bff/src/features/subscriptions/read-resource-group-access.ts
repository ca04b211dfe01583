import type { ResourceGroupAccess } from '@trustwright/shared-schemas'
import { resourceGroupId } from '../../domain/resource-ids.ts'
import type { Caller, GroupPath } from '../../ports.ts'
import { createIdentityAccess } from './create-identity-access.ts'
import type { SubscriptionDeps } from './subscription-deps.ts'

/** What the caller's roles on the group, or above it, allow in it. Throws NOT_FOUND or FORBIDDEN as Azure does. */
export async function readResourceGroupAccess(
  { arm }: SubscriptionDeps,
  caller: Caller,
  { subscriptionId, resourceGroup }: GroupPath,
): Promise<ResourceGroupAccess> {
  const permissions = await arm.listPermissions(caller, { subscriptionId, resourceGroup })
  return { createIdentity: createIdentityAccess(permissions, resourceGroupId(subscriptionId, resourceGroup)) }
}
