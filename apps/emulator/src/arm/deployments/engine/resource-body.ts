import { evaluateDeep } from '../language/evaluate.ts'
import type { EvaluationContext } from '../language/evaluation-context.ts'
import { isObject, member, memberName, type Json, type JsonObject, toText } from '../language/json.ts'
import { deploymentType, isType } from './deployment-scope.ts'
import type { PlannedResource } from './planned-resource.ts'
import { sentPart } from './resource-members.ts'

/** What is sent to the resource provider. Throws ExpressionError and ReferenceNeeded. */
export function resourceBody(
  { type, source }: Pick<PlannedResource, 'type' | 'source'>,
  context: EvaluationContext,
): JsonObject {
  const sent = sentPart(source)
  const properties = member(sent, 'properties')
  const isNested = isType(type, deploymentType) && isObject(properties)
  if (!isNested) return evaluateObject(sent, context)
  return { ...evaluateObject({ ...sent, properties: {} }, context), properties: nested(properties, context) }
}

function evaluateObject(value: JsonObject, context: EvaluationContext): JsonObject {
  const evaluated = evaluateDeep(value, context)
  return isObject(evaluated) ? evaluated : {}
}

/**
 * The properties of a deployment in a template. An inner template is evaluated by its own deployment; an outer one,
 * which is the default, here, so that its expressions see this template's parameters and variables.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/linked-templates#expression-evaluation-scope-in-nested-templates
 */
function nested(properties: JsonObject, context: EvaluationContext): JsonObject {
  const options = member(properties, 'expressionEvaluationOptions')
  const isInner = isObject(options) && toText(member(options, 'scope')).toLowerCase() === 'inner'
  const templateName = memberName(properties, 'template') ?? 'template'
  const { [templateName]: template = null, ...rest } = properties
  return {
    ...evaluateObject(rest, context),
    ...(template === null ? {} : { template: isInner ? template : literal(evaluateDeep(template, context)) }),
  }
}

/** Values that look like expressions are kept from being evaluated a second time. */
function literal(value: Json): Json {
  if (typeof value === 'string') return value.startsWith('[') && value.endsWith(']') ? `[${value}` : value
  if (Array.isArray(value)) return value.map(literal)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, literal(inner)]))
}
