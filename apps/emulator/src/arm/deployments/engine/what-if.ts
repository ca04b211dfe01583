import type { Caller } from '../../../kernel/bearer.ts'
import type { EmulatorRequest } from '../../../kernel/operation.ts'
import type { World } from '../../../kernel/world.ts'
import { toText, type JsonObject } from '../language/json.ts'
import { callArmFor, type CallArm } from './call-arm.ts'
import { compareObjects, mergeShown } from './compare.ts'
import { expandPlan, type BodyOf, type ExpandedResource } from './expand-nested.ts'
import { resourcesInGroup, type PresentResource } from './group-content.ts'
import type { DeploymentPlan } from './plan-deployment.ts'
import { createReferenceStates } from './reference-states.ts'
import { resourceBody } from './resource-body.ts'
import { evaluateWithReads, readState } from './resource-states.ts'

/**
 * What a deployment would change: each of its resources against what is there, and what it leaves alone or, in
 * complete mode, deletes.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/deploy-what-if
 */
export async function predictChanges(
  plan: DeploymentPlan,
  request: EmulatorRequest,
  world: World,
  caller: Caller,
): Promise<JsonObject[]> {
  const correlationId = request.headers['x-ms-correlation-request-id'] ?? world.newGuid()
  const call = callArmFor(request, world, correlationId)
  const states = createReferenceStates()
  const bodyOf: BodyOf = (resource, inner) =>
    evaluateWithReads(
      () => resourceBody(resource, inner.contextFor(resource.context, states)),
      states,
      call,
      { isLenient: true },
    )
  const expanded = await expandPlan(plan, world, caller, bodyOf)
  const { resultFormat } = plan.request
  const changes: JsonObject[] = []
  for (const one of expanded) changes.push(await predict(one, call, resultFormat))
  const named = new Set(expanded.map(({ resource }) => resource.key))
  for (const present of resourcesInGroup(world, plan.request.scope)) {
    if (!named.has(present.id.toLowerCase())) changes.push(predictOther(present, plan))
  }
  return changes
}

async function predict(
  { resource, body, deploymentId }: ExpandedResource,
  call: CallArm,
  format: DeploymentPlan['request']['resultFormat'],
): Promise<JsonObject> {
  const { id, type, name, apiVersion, symbolicName } = resource
  const where = {
    resourceId: id,
    ...(deploymentId === undefined ? {} : { deploymentId }),
    ...(symbolicName === undefined ? {} : { symbolicName }),
  }
  const present = await readState(id, apiVersion, call)
  if ('refusal' in present && present.status !== 404) {
    return { ...where, changeType: 'Unsupported', unsupportedReason: toText(present.refusal.message) }
  }
  const own = { apiVersion, id, name: name.split('/').at(-1) ?? name, type }
  if ('refusal' in present) {
    return {
      ...where,
      changeType: 'Create',
      ...(format === 'ResourceIdOnly' ? {} : { after: { ...own, ...body } }),
    }
  }
  if (format === 'ResourceIdOnly') return { ...where, changeType: 'Deploy' }
  const before = { ...present.resource, ...own }
  const after = { ...mergeShown(before, body), ...own }
  const delta = compareObjects(before, body)
  if (delta.length === 0) return { ...where, changeType: 'NoChange', before, after }
  return { ...where, changeType: 'Modify', before, after, delta }
}

function predictOther({ id, shown }: PresentResource, { request }: DeploymentPlan): JsonObject {
  const changeType = request.mode === 'Complete' ? 'Delete' : 'Ignore'
  const before = request.resultFormat === 'ResourceIdOnly' ? {} : { before: shown }
  return { resourceId: id, changeType, ...before }
}
