import type { ResourceGroup } from '@trustwright/shared-schemas'
import { createResourceGroup } from '../../domain/new-resource-group.ts'
import { resourceGroupId } from '../../domain/resource-ids.ts'
import { PortalError } from '../../errors.ts'
import type { ActiveRun, StepEnd } from './active-run.ts'
import type { ParentFacts } from './parent-facts.ts'
import type { StepPayload } from './plan-steps.ts'
import { endOf } from '../../domain/what-now.ts'

/** Made where it is absent. One of this name in another region is a conflict: Azure moves no group. */
export async function makeGroup(
  { arm, audit, caller, signal, writePace, writes }: ActiveRun,
  { parentKey }: ParentFacts,
  {
    group: { subscriptionId, resourceGroup: name, location },
  }: Extract<StepPayload, { kind: 'resource-group' }>,
): Promise<StepEnd> {
  const found = await arm.findResourceGroup(caller, subscriptionId, name)
  if (found !== null) {
    const problem = elsewhere(found, location)
    return problem === null ? { state: 'already-there', result: idsOf(found) } : endOf(problem)
  }
  await writePace.turn(parentKey, signal)
  const created = await createResourceGroup({ arm, audit, writes }, caller, subscriptionId, {
    name,
    location,
  })
  return { state: 'done', result: idsOf(created) }
}

/** Null where the group is in the region that is asked for; `West Europe` and `westeurope` are the same one. */
export function elsewhere({ name, location: actual }: ResourceGroup, wanted: string): PortalError | null {
  const plain = (location: string) => location.replaceAll(' ', '').toLowerCase()
  if (plain(actual) === plain(wanted)) return null
  return new PortalError('RESOURCE_GROUP_EXISTS', {
    detail: `The resource group ${name} exists in ${actual}, not in ${wanted}. It was left as it is.`,
    nextStep: `Use the one in ${actual}, or choose another name.`,
  })
}

function idsOf({ location, name, subscriptionId }: ResourceGroup): Record<string, string> {
  return { location, resourceId: resourceGroupId(subscriptionId, name) }
}
