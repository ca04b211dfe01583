import { evaluateDeep, evaluateSyntax } from '../language/evaluate.ts'
import { ExpressionError, ReferenceNeeded } from '../language/expression-error.ts'
import { isObject, member, type Json } from '../language/json.ts'
import { isExpression, parseExpression } from '../language/parse-expression.ts'
import type { Syntax } from '../language/syntax.ts'
import { framed, invalidTemplate } from '../template/template-refusal.ts'
import { deploymentType, isType } from './deployment-scope.ts'
import type { PlannedResource } from './planned-resource.ts'
import type { UnfoldedResource } from './unfold-resources.ts'

/**
 * Adds to each resource what it waits for: `dependsOn` by id, name, symbolic name or loop; what `reference()` names;
 * and the batch before in a serial loop. Throws InvalidTemplate for a resource that is not there, and for a circle.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/resource-dependency
 */
export function findDependencies(resources: readonly UnfoldedResource[]): PlannedResource[] {
  const planned = resources.map(({ serialBatch, ...resource }): PlannedResource => {
    const keys = [
      ...explicit(resource, resources),
      ...implicit(resource, resources),
      ...resources.filter((other) => isBatchBefore(other, resource, serialBatch)).map((other) => other.key),
    ]
    return { ...resource, dependsOn: [...new Set(keys)].filter((key) => key !== resource.key) }
  })
  demandNoCircle(planned)
  return planned
}

function isBatchBefore(
  other: UnfoldedResource,
  { loop }: Pick<PlannedResource, 'loop'>,
  batch: number | undefined,
): boolean {
  return batch !== undefined && other.loop === loop && other.serialBatch === batch - 1
}

type Resource = Omit<PlannedResource, 'dependsOn'>

function explicit(resource: Resource, all: readonly Resource[]): string[] {
  const given = member(resource.source, 'dependsOn')
  if (!Array.isArray(given)) return []
  return given.flatMap((entry) => {
    const name = framed(`template resource '${resource.name}'`, resource.position, () =>
      evaluateDeep(entry, resource.context),
    )
    const found = typeof name === 'string' ? findResources(name, all) : []
    if (found.length > 0) return found.map(({ key }) => key)
    throw invalidTemplate(
      `The resource '${typeof name === 'string' ? shortId(name) : ''}' is not defined in the template.`,
      'arm-syntax-resources',
    )
  })
}

/** Resources meant by an id, a type with names, a name, a symbolic name or the name of a loop. */
export function findResources<T extends Resource>(text: string, all: readonly T[]): T[] {
  const wanted = text.toLowerCase()
  const by = (is: (resource: T) => boolean) => all.filter(is)
  const found = [
    by(({ symbolicName }) => symbolicName?.toLowerCase() === wanted),
    by(({ key }) => key === wanted || key.endsWith(`/providers/${wanted}`)),
    by(({ name }) => name.toLowerCase() === wanted),
    by(({ type, name }) => `${type}/${name}`.toLowerCase() === wanted),
    by(({ loop }) => loop === wanted),
  ]
  return found.find((matches) => matches.length > 0) ?? []
}

/** `Microsoft.A/b/name`, as errors name a resource of which an id is known. */
function shortId(text: string): string {
  return text.split(/\/providers\//i).at(-1) ?? text
}

function implicit(resource: Resource, all: readonly Resource[]): string[] {
  const calls = referencesIn(bodyOf(resource))
  return calls.flatMap((argument) => {
    const name = valueOf(argument, resource)
    return typeof name === 'string' ? findResources(name, all).map(({ key }) => key) : []
  })
}

/** Inner templates refer to their own resources. */
function bodyOf({ type, source }: Resource): Json {
  if (!isType(type, deploymentType)) return { ...source, resources: null, dependsOn: null }
  const properties = member(source, 'properties')
  return isObject(properties) ? { ...properties, template: null } : null
}

function valueOf(argument: Syntax, { context }: Resource): Json | undefined {
  try {
    return evaluateSyntax(argument, context)
  } catch (error) {
    if (error instanceof ExpressionError || error instanceof ReferenceNeeded) return undefined
    throw error
  }
}

/** First arguments of every `reference()` and `references()` in a value. */
function referencesIn(value: Json): Syntax[] {
  if (typeof value === 'string') return isExpression(value) ? callsIn(parseExpression(value)) : []
  if (Array.isArray(value)) return value.flatMap(referencesIn)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => [...referencesIn(name), ...referencesIn(inner)])
}

function callsIn(syntax: Syntax): Syntax[] {
  if (syntax.kind === 'literal') return []
  if (syntax.kind === 'select') return [...callsIn(syntax.target), ...callsIn(syntax.index)]
  const inner = syntax.args.flatMap(callsIn)
  const isReference = ['reference', 'references'].includes(syntax.name.toLowerCase())
  return isReference ? [...syntax.args.slice(0, 1), ...inner] : inner
}

function demandNoCircle(resources: readonly PlannedResource[]): void {
  const byKey = new Map(resources.map((resource) => [resource.key, resource]))
  const finished = new Set<string>()
  const visit = (resource: PlannedResource, open: ReadonlySet<string>) => {
    if (finished.has(resource.key)) return
    if (open.has(resource.key)) {
      throw invalidTemplate(
        `Circular dependency detected on resource: '${resource.id}'.`,
        'arm-syntax-resources',
      )
    }
    const inside = new Set([...open, resource.key])
    for (const key of resource.dependsOn) {
      const next = byKey.get(key)
      if (next) visit(next, inside)
    }
    finished.add(resource.key)
  }
  for (const resource of resources) visit(resource, new Set())
}
