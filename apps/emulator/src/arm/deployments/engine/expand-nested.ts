import type { Caller } from '../../../kernel/bearer.ts'
import type { World } from '../../../kernel/world.ts'
import type { JsonObject } from '../language/json.ts'
import { deploymentType, groupType, isType } from './deployment-scope.ts'
import { readDeploymentRequest } from './deployment-request.ts'
import { planDeployment, type DeploymentPlan } from './plan-deployment.ts'
import type { PlannedResource } from './planned-resource.ts'

const deepest = 10

/** A resource that a deployment would write, and what it would send; nested deployments are replaced by their content. */
export interface ExpandedResource {
  resource: PlannedResource
  body: JsonObject
  /** Nested deployment it belongs to; undefined at the top. */
  deploymentId: string | undefined
}

/** Works out one resource's body. */
export type BodyOf = (resource: PlannedResource, plan: DeploymentPlan) => Promise<JsonObject>

/**
 * All that a plan would write, with what its nested deployments would write in their place. A group that the plan makes
 * is known to the deployments inside it.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/deploy-what-if#short-circuiting
 */
export async function expandPlan(
  plan: DeploymentPlan,
  world: World,
  caller: Caller,
  bodyOf: BodyOf,
  around: Around = { depth: 0, groups: new Map(), deploymentId: undefined },
): Promise<ExpandedResource[]> {
  const { deploymentId } = around
  const own: ExpandedResource[] = []
  for (const resource of plan.resources) {
    if (resource.isExisting || resource.isSkipped) continue
    own.push({ resource, body: await bodyOf(resource, plan), deploymentId })
  }
  const made = own.flatMap(({ resource: { type, key }, body }): [string, JsonObject][] =>
    isType(type, groupType) ? [[key, body]] : [],
  )
  const groups = new Map([...around.groups, ...made])
  const expanded: ExpandedResource[] = []
  for (const one of own) {
    const { resource, body } = one
    const isNested = isType(resource.type, deploymentType) && around.depth < deepest
    if (isNested) {
      const request = readDeploymentRequest(JSON.stringify(body), resource.name, resource.scope)
      const inner = planDeployment(request, world, caller, groups)
      const next = { depth: around.depth + 1, groups, deploymentId: resource.id }
      expanded.push(...(await expandPlan(inner, world, caller, bodyOf, next)))
    } else expanded.push(one)
  }
  return expanded
}

interface Around {
  depth: number
  /** Groups that the deployments around would make, by id in lower case. */
  groups: ReadonlyMap<string, JsonObject>
  deploymentId: string | undefined
}
