import { faults } from '../../core/faults.ts'
import { refuse } from '../../core/refusal.ts'
import { evaluateDeep, repeat } from '../language/evaluate.ts'
import type { EvaluationContext } from '../language/evaluation-context.ts'
import { isObject, member, type Json, type JsonObject, toText } from '../language/json.ts'
import type { Template, TemplateResource } from '../template/read-template.ts'
import { framed, invalidTemplate, placeOf, wrongMember } from '../template/template-refusal.ts'
import {
  deploymentType,
  groupType,
  isType,
  resourceIdAt,
  scopeId,
  type DeploymentScope,
} from './deployment-scope.ts'
import type { PlannedResource } from './planned-resource.ts'
import { demandMembers } from './resource-members.ts'

interface Parent {
  type: string
  name: string
  scope: DeploymentScope
}

/** A planned resource whose `dependsOn` is still to be found. */
export type UnfoldedResource = Omit<PlannedResource, 'dependsOn'> & { serialBatch: number | undefined }

/**
 * Every resource of the template with its loops unfolded and its children beside it, in the template's order. Names,
 * types, conditions and counts are evaluated; they cannot refer to resources. Throws InvalidTemplate.
 */
export function unfoldResources(
  template: Template,
  context: EvaluationContext,
  scope: DeploymentScope,
): UnfoldedResource[] {
  return template.resources.flatMap((resource) => unfold(resource, template, context, { scope }))
}

function unfold(
  { source, symbolicName }: TemplateResource,
  template: Template,
  context: EvaluationContext,
  around: { scope: DeploymentScope; parent?: Parent },
): UnfoldedResource[] {
  const position = template.positionOf(source)
  demandMembers(source, position)
  const copy = member(source, 'copy')
  const one = (inner: EvaluationContext, index: number, loop?: string, serialBatch?: number) => {
    const resource = describe(source, template, inner, around)
    const unfolded = { ...resource, symbolicName, loop, copyIndex: index, serialBatch, position, source }
    const parent = { type: resource.type, name: resource.name, scope: resource.scope }
    const children = childrenOf(source, position).flatMap((child) =>
      unfold({ source: child, symbolicName: undefined }, template, inner, { scope: resource.scope, parent }),
    )
    return [unfolded, ...children]
  }
  if (!isObject(copy)) return one(context, 0)
  const subject = `template resource '${toText(member(source, 'name'))}'`
  const name = toText(framed(subject, position, () => evaluateDeep(member(copy, 'name') ?? '', context)))
  const count = framed(subject, position, () => evaluateDeep(member(copy, 'count') ?? null, context))
  const isSerial = toText(member(copy, 'mode') ?? '').toLowerCase() === 'serial'
  const batchSize = member(copy, 'batchSize')
  const size = typeof batchSize === 'number' && batchSize > 0 ? batchSize : 1
  let index = -1
  return framed(subject, position, () =>
    repeat(name, count, context, (inner) => {
      index += 1
      return one(inner, index, name.toLowerCase(), isSerial ? Math.floor(index / size) : undefined)
    }),
  ).flat()
}

function childrenOf(source: JsonObject, position: PlannedResource['position']): JsonObject[] {
  const children = member(source, 'resources')
  if (children === undefined || children === null) return []
  if (!Array.isArray(children)) throw wrongMember('resources', 'an array', position)
  return children.map((child) => {
    if (!isObject(child)) throw wrongMember('resources', 'an object', position)
    return child
  })
}

function describe(
  source: JsonObject,
  template: Template,
  context: EvaluationContext,
  { scope, parent }: { scope: DeploymentScope; parent?: Parent },
) {
  const position = template.positionOf(source)
  const given = member(source, 'name')
  const subject = `template resource '${typeof given === 'string' ? given : ''}'`
  const read = (name: string) => {
    const value = member(source, name)
    return framed(subject, position, () => (value === undefined ? undefined : evaluateDeep(value, context)))
  }
  const text = (name: string) => required(read(name), name, subject, position)
  const ownType = text('type')
  const ownName = text('name')
  const isWhole = !parent || ownType.toLowerCase().startsWith(`${parent.type.toLowerCase()}/`)
  const type = isWhole ? ownType : `${parent.type}/${ownType}`
  const name = isWhole ? ownName : `${parent.name}/${ownName}`
  demandSegments(type, name, position)
  const place = scopeOf(read, type, scope)
  const extended = read('scope')
  const base = typeof extended === 'string' ? extendedScope(extended, scopeId(place), type) : scopeId(place)
  const id = resourceIdAt(
    isType(type, groupType) ? `/subscriptions/${place.subscriptionId}` : base,
    type,
    name,
  )
  const condition = read('condition') ?? true
  if (typeof condition !== 'boolean') throw wrongMember('condition', 'a boolean', position)
  return {
    id,
    key: id.toLowerCase(),
    type,
    name,
    apiVersion: text('apiVersion'),
    isExisting: member(source, 'existing') === true,
    isSkipped: !condition,
    context,
    scope: place,
  }
}

function required(
  value: Json | undefined,
  name: string,
  subject: string,
  position: PlannedResource['position'],
): string {
  if (typeof value === 'string' && value !== '') return value
  const sentence = `The ${subject}${placeOf(position)} is not valid. The ${name} property is missing or no string.`
  throw invalidTemplate(sentence, 'arm-syntax-resources', { position })
}

/** Source: https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-invalid-name-segments */
function demandSegments(type: string, name: string, position: PlannedResource['position']): void {
  if (type.split('/').length === name.split('/').length + 1 && type.includes('/')) return
  throw invalidTemplate(
    `The template resource '${name}' for type '${type}'${placeOf(position)} has incorrect segment lengths. A nested resource type must have identical number of segments as its resource name. A root resource type must have segment length one greater than its resource name.`,
    'arm-syntax-resources',
    { position },
  )
}

/** Only deployments, and resources that are read, may lie elsewhere than the deployment itself. */
function scopeOf(
  read: (name: string) => Json | undefined,
  type: string,
  scope: DeploymentScope,
): DeploymentScope {
  const subscriptionId = read('subscriptionId')
  const resourceGroup = read('resourceGroup')
  if (typeof resourceGroup === 'string') {
    return {
      subscriptionId: typeof subscriptionId === 'string' ? subscriptionId : scope.subscriptionId,
      resourceGroup,
    }
  }
  if (typeof subscriptionId !== 'string') return scope
  return { subscriptionId, resourceGroup: isType(type, deploymentType) ? undefined : scope.resourceGroup }
}

/** Scope of an extension resource: a whole id, or one relative to the deployment's scope. */
function extendedScope(given: string, base: string, type: string): string {
  if (isType(type, deploymentType) || /^\/?$|Microsoft\.Management\//i.test(given)) {
    throw refuse(faults.notEmulated(`a ${type} at the scope '${given}'`))
  }
  return given.startsWith('/') ? given.replace(/\/$/, '') : `${base}/providers/${given}`
}
