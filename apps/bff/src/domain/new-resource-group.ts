import type { NewResourceGroup, ResourceGroup } from '@trustwright/shared-schemas'
import { PortalError } from '../errors.ts'
import type { Arm, Audit, Caller } from '../ports.ts'
import { auditedWrite } from './audited-write.ts'
import { resourceGroupId } from './resource-ids.ts'
import type { WriteQueue } from './write-queue.ts'

export interface NewGroupDeps {
  readonly arm: Pick<Arm, 'findResourceGroup' | 'createResourceGroup'>
  readonly audit: Audit
  readonly writes: WriteQueue
}

/**
 * Azure's PUT would take over an existing group without a word, so it is looked for first. Throws RESOURCE_GROUP_EXISTS.
 * https://learn.microsoft.com/rest/api/resources/resource-groups/create-or-update
 */
export async function createResourceGroup(
  { arm, audit, writes }: NewGroupDeps,
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
