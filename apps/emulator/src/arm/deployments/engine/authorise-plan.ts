import type { Caller } from '../../../kernel/bearer.ts'
import type { World } from '../../../kernel/world.ts'
import { Refusal, refuse } from '../../core/refusal.ts'
import { demand } from '../../roles/authorise.ts'
import { deploymentFaults } from './deployment-faults.ts'
import { groupType, isType } from './deployment-scope.ts'
import type { DeploymentPlan } from './plan-deployment.ts'
import type { PlannedResource } from './planned-resource.ts'

/**
 * Throws InvalidTemplateDeployment, before anything is written, unless the caller may write every resource.
 * Source of the text: https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-invalid-template
 */
export function authorisePlan({ resources }: DeploymentPlan, world: World, caller: Caller): void {
  const problems = resources
    .filter(({ isExisting, isSkipped }) => !isExisting && !isSkipped)
    .filter((resource) => !mayWrite(resource, world, caller))
    .map(
      ({ name, type, id }) =>
        `Authorization failed for template resource '${name}' of type '${type}'. The client '${caller.upn ?? caller.appId}' with object id '${caller.objectId}' does not have permission to perform action '${writeAction(type)}' at scope '${id}'.`,
    )
  if (problems.length > 0) throw refuse(deploymentFaults.failedAuthorization(problems))
}

function mayWrite({ type, id }: PlannedResource, world: World, caller: Caller): boolean {
  try {
    demand(world, caller, writeAction(type), id)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

function writeAction(type: string): string {
  return isType(type, groupType) ? 'Microsoft.Resources/subscriptions/resourceGroups/write' : `${type}/write`
}
