import type { NewResourceGroup, ResourceGroup } from '@trustwright/shared-schemas'
import { auditedWrite } from '../../domain/audited-write.ts'
import { resourceGroupId } from '../../domain/resource-ids.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { SubscriptionDeps } from './subscription-deps.ts'

/** Azure's PUT would take over an existing group without a word, so it is looked for first. */
export async function createResourceGroup(
  { arm, audit, writes }: SubscriptionDeps,
  caller: Caller,
  subscriptionId: string,
  group: NewResourceGroup,
): Promise<ResourceGroup> {
  const target = resourceGroupId(subscriptionId, group.name)
  return auditedWrite(
    audit,
    { caller, operation: 'resource-group.create', target, after: { ...group } },
    () =>
      writes.run(target, async () => {
        if ((await arm.findResourceGroup(caller, subscriptionId, group.name)) !== null) {
          throw new PortalError('RESOURCE_GROUP_EXISTS')
        }
        return arm.createResourceGroup(caller, subscriptionId, group)
      }),
    (created) => ({ ...created }),
  )
}
