import type { Caller } from '../../../kernel/bearer.ts'
import type { World } from '../../../kernel/world.ts'
import { refuse } from '../../core/refusal.ts'
import type { EvaluationContext } from '../language/evaluation-context.ts'
import { expressionErrors } from '../language/expression-error.ts'
import { member, type Json, type JsonObject } from '../language/json.ts'
import { createTemplateContext, type TemplateContext } from '../template/template-context.ts'
import { framed, invalidTemplate, placeOf } from '../template/template-refusal.ts'
import { deploymentFaults } from './deployment-faults.ts'
import { deploymentPlace } from './deployment-place.ts'
import type { DeploymentRequest } from './deployment-request.ts'
import { findDependencies, findResources } from './find-dependencies.ts'
import type { PlannedResource } from './planned-resource.ts'
import { noStates, type ReferenceStates } from './reference-states.ts'
import { resourceBody } from './resource-body.ts'
import { unfoldResources } from './unfold-resources.ts'

/** A deployment that has passed the validation of its template. */
export interface DeploymentPlan {
  request: DeploymentRequest
  parameters: TemplateContext['parameters']
  /** In the template's order; existing and skipped ones too. */
  resources: readonly PlannedResource[]
  /** What a resource or the outputs see, with `reference()` answered from these states. */
  contextFor: (context: EvaluationContext, states: ReferenceStates) => EvaluationContext
  /** What the outputs see. */
  context: EvaluationContext
}

const mostResources = 800

/**
 * Validates a template and finds out what it would do. Throws InvalidTemplate and other refusals. `groups` are resource
 * groups that a deployment around this one would make, by id in lower case.
 */
export function planDeployment(
  request: DeploymentRequest,
  world: World,
  caller: Caller,
  groups: ReadonlyMap<string, JsonObject> = new Map(),
): DeploymentPlan {
  const { template, given, scope } = request
  const place = deploymentPlace(request, world, caller, groups)
  const chance = { now: world.clock.now(), newGuid: world.newGuid }
  const { context, parameters } = createTemplateContext(template, given, place, chance)
  const resources = findDependencies(unfoldResources(template, context, scope))
  if (resources.length > mostResources) throw refuse(deploymentFaults.tooManyResources(resources.length))
  demandDistinct(resources)
  const contextFor = (inner: EvaluationContext, states: ReferenceStates) =>
    withReferences(inner, resources, states)
  const plan = { request, parameters, resources, contextFor, context }
  for (const resource of resources) {
    if (!resource.isExisting && !resource.isSkipped) checkBody(resource, plan)
  }
  return plan
}

function checkBody(resource: PlannedResource, plan: DeploymentPlan): void {
  framed(`template resource '${resource.name}'`, resource.position, () =>
    resourceBody(resource, plan.contextFor(resource.context, noStates)),
  )
}

function demandDistinct(resources: readonly PlannedResource[]): void {
  const seen = new Set<string>()
  for (const { key, id, position, isExisting, isSkipped } of resources) {
    if (isExisting || isSkipped) continue
    if (seen.has(key)) {
      const sentence = `The resource '${id}'${placeOf(position)} is defined multiple times in a template.`
      throw invalidTemplate(sentence, 'arm-syntax-resources', { position })
    }
    seen.add(key)
  }
}

function withReferences(
  context: EvaluationContext,
  resources: readonly PlannedResource[],
  states: ReferenceStates,
): EvaluationContext {
  const stateOf = (id: string, apiVersion: string, full: boolean): Json => {
    const state = states.find(id, apiVersion)
    return full ? fullState(state, id, apiVersion) : (member(state, 'properties') ?? {})
  }
  return {
    ...context,
    reference: (text, apiVersion, full) => {
      const [found] = findResources(text, resources)
      if (found) return stateOf(found.id, apiVersion ?? found.apiVersion, full)
      if (!text.startsWith('/')) {
        throw expressionErrors.argumentValue(
          'reference',
          `the resource '${text}' is not defined in the template`,
        )
      }
      if (apiVersion === undefined) {
        throw expressionErrors.argumentValue('reference', `the resource '${text}' needs an api-version`)
      }
      return stateOf(text, apiVersion, full)
    },
    references: (symbolicName, full) =>
      resources
        .filter((resource) => resource.symbolicName?.toLowerCase() === symbolicName.toLowerCase())
        .map(({ id, apiVersion }) => stateOf(id, apiVersion, full)),
  }
}

/** Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#reference */
function fullState(state: JsonObject, id: string, apiVersion: string): JsonObject {
  const [, subscriptionId = '', , resourceGroupName] =
    /^\/subscriptions\/([^/]+)(\/resourceGroups\/([^/]+))?/i.exec(id) ?? []
  const { id: _id, name: _name, type: _type, ...rest } = state
  return {
    apiVersion,
    ...rest,
    subscriptionId,
    ...(resourceGroupName === undefined ? {} : { resourceGroupName }),
    resourceId: id.replace(/^.*?\/providers\//i, ''),
    referenceApiVersion: apiVersion,
    condition: true,
    isConditionTrue: true,
    isTemplateResource: false,
    isAction: false,
    provisioningOperation: 'Read',
  }
}
