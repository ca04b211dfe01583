import type { JsonObject } from '../language/json.ts'
import { errorIn, statusName, waitForEnd } from './call-arm.ts'
import { recordOperation } from './deploy-resource.ts'
import { targetOf } from './deployment-record.ts'
import { resourcesInGroup } from './group-content.ts'
import type { DeploymentRun } from './run-deployment.ts'

/**
 * Complete mode: deletes what lies in the group and is not in the template. What lies under another resource stays.
 * Resources whose condition does not hold are deleted too.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/deployment-modes
 */
export async function deleteOthers(run: DeploymentRun): Promise<JsonObject[]> {
  const { plan, world, call, request } = run
  const named = new Set(plan.resources.filter(({ isSkipped }) => !isSkipped).map(({ key }) => key))
  const others = resourcesInGroup(world, plan.request.scope).filter(({ id }) => !named.has(id.toLowerCase()))
  const outcomes = await Promise.all(
    others.map(async ({ id, apiVersion }) => {
      const startedAt = world.clock.now()
      const first = await call('DELETE', id, apiVersion)
      const failure = errorIn(await waitForEnd(first, id, request, world))
      const statusCode = statusName(first.status)
      recordOperation(run, { kind: 'Delete', startedAt, target: targetOf(id), statusCode, failure })
      return failure
    }),
  )
  return outcomes.filter((failure) => failure !== undefined)
}
