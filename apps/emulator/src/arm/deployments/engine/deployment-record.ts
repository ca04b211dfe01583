import { createHash } from 'node:crypto'
import type { Deployment } from '../../../kernel/entities/resources.ts'
import type { World } from '../../../kernel/world.ts'
import { evaluateDeep } from '../language/evaluate.ts'
import { ExpressionError } from '../language/expression-error.ts'
import { member, toText, type Json, type JsonObject } from '../language/json.ts'
import type { TemplateContext } from '../template/template-context.ts'
import { nameOfId, scopeId, typeOfId } from './deployment-scope.ts'
import type { DeploymentPlan } from './plan-deployment.ts'
import type { PlannedResource } from './planned-resource.ts'

/** A deployment as it is kept, before its first write. */
export function acceptedDeployment(
  plan: DeploymentPlan,
  world: World,
  correlationId: string,
  statusId: string,
): Deployment {
  const { request } = plan
  return {
    id: request.id,
    name: request.name,
    scope: scopeId(request.scope),
    location: request.location ?? null,
    ...(request.tags ? { tags: request.tags } : {}),
    properties: {
      ...planProperties(plan),
      provisioningState: 'Accepted',
      timestamp: new Date(world.clock.now()).toISOString(),
      duration: 'PT0S',
      correlationId,
    },
    operations: [],
    template: request.template.source,
    statusId,
  }
}

/** What is known of a deployment before it runs, as its answers and those of a validation show it. */
export function planProperties(plan: DeploymentPlan): Record<string, unknown> {
  const { request, parameters, resources } = plan
  const deployed = resources.filter(({ isExisting, isSkipped }) => !isExisting && !isSkipped)
  return {
    templateHash: templateHash(request.template.source),
    parameters: shownParameters(parameters),
    mode: request.mode,
    providers: providersOf(deployed),
    dependencies: dependenciesOf(deployed),
  }
}

/** Secure values are never shown. */
function shownParameters(parameters: TemplateContext['parameters']): JsonObject {
  const shown = [...parameters.values()].map(({ name, type, value }): [string, Json] => [
    name,
    type.isSecure ? { type: type.name } : { type: type.name, value },
  ])
  return Object.fromEntries(shown)
}

function providersOf(resources: readonly PlannedResource[]): JsonObject[] {
  const namespaces = Map.groupBy(resources, ({ type }) => type.split('/')[0] ?? '')
  return [...namespaces].map(([namespace, members]) => ({
    namespace,
    resourceTypes: [...Map.groupBy(members, ({ type }) => type.slice(namespace.length + 1))].map(
      ([resourceType, ofType]) => ({ resourceType, locations: [...new Set(ofType.map(locationOf))] }),
    ),
  }))
}

/** Null for a resource without a location, and for one whose location depends on another resource. */
function locationOf({ source, context }: PlannedResource): Json {
  const given = member(source, 'location')
  if (given === undefined) return null
  try {
    return toText(evaluateDeep(given, context)).toLowerCase().replaceAll(' ', '')
  } catch (error) {
    if (error instanceof ExpressionError) return null
    throw error
  }
}

function dependenciesOf(resources: readonly PlannedResource[]): JsonObject[] {
  const byKey = new Map(resources.map((resource) => [resource.key, resource]))
  return resources.flatMap((resource) => {
    const before = resource.dependsOn.flatMap((key) => byKey.get(key) ?? [])
    return before.length === 0 ? [] : [{ dependsOn: before.map(reference), ...reference(resource) }]
  })
}

function reference({ id, type, name }: PlannedResource): JsonObject {
  return { id, resourceType: type, resourceName: name }
}

/** (u) Azure's hash is a long number too; how it is made is not published. */
export function templateHash(template: JsonObject): string {
  const hash = createHash('sha256').update(JSON.stringify(template)).digest().readBigUInt64BE()
  return hash.toString()
}

/** What an operation or an error names. */
export function targetOf(id: string): JsonObject {
  return { id, resourceType: typeOfId(id), resourceName: nameOfId(id) }
}

/** ISO 8601, as `PT1.5S`. */
export function durationSince(startedAt: number, now: number): string {
  return `PT${Math.max(0, now - startedAt) / 1000}S`
}
