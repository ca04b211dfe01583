import type { Deployment } from '../../../kernel/entities/resources.ts'
import type { World } from '../../../kernel/world.ts'
import { refuse } from '../../core/refusal.ts'
import { deploymentFaults } from '../engine/deployment-faults.ts'
import { deploymentType } from '../engine/deployment-scope.ts'
import { runState } from '../engine/run-state.ts'
import type { DeploymentTarget } from './deployment-operation.ts'

/** A deployment as answers show it. Source: https://learn.microsoft.com/rest/api/resources/deployments/get */
export function deploymentShape(deployment: Deployment): Record<string, unknown> {
  const { id, name, location, tags, properties } = deployment
  return {
    id,
    name,
    type: deploymentType,
    ...(location === null ? {} : { location }),
    ...(tags ? { tags } : {}),
    properties,
  }
}

/** The deployment as it is kept; those that an earlier process left unfinished have failed. */
export function findDeployment(world: World, { key }: DeploymentTarget): Deployment | undefined {
  runState(world)
  return world.store.deployments.get(key)
}

/** Throws DeploymentNotFound. */
export function demandDeployment(world: World, target: DeploymentTarget): Deployment {
  const found = findDeployment(world, target)
  if (!found) throw refuse(deploymentFaults.notFound(target.name))
  return found
}
