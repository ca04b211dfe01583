import type { SetUpItem } from '@trustwright/shared-schemas'
import { resourceGroupId, resourceKey } from '../../domain/resource-ids.ts'
import type { GroupPath } from '../../ports.ts'

/** One key for all rows of the same resource group. */
export function groupKeyOf({ subscriptionId, resourceGroup }: GroupPath): string {
  return resourceKey(resourceGroupId(subscriptionId, resourceGroup))
}

/** A resource group that a run makes where it is absent. */
export interface WantedGroup extends GroupPath {
  readonly location: string
}

/** By key, as the first row that wants each names it. A row may stand on a group that a later row makes. */
export function groupsToMake(items: readonly SetUpItem[]): Map<string, WantedGroup> {
  const wanted = new Map<string, WantedGroup>()
  for (const { parent } of items) {
    if (parent.kind !== 'newManagedIdentity' || parent.groupLocation === undefined) continue
    const { groupLocation: location, resourceGroup, subscriptionId } = parent
    const key = groupKeyOf(parent)
    if (!wanted.has(key)) wanted.set(key, { subscriptionId, resourceGroup, location })
  }
  return wanted
}
