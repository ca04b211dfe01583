import { evaluateDeep, repeat } from '../language/evaluate.ts'
import type { EvaluationContext } from '../language/evaluation-context.ts'
import { isObject, member, type Json, type JsonObject } from '../language/json.ts'
import { valueTypeOf } from '../template/parameter-types.ts'
import type { Template } from '../template/read-template.ts'

/**
 * The outputs of a template as answers show them: `{ name: { type, value } }`, secure ones without a value.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/outputs
 */
export function evaluateOutput(
  template: Template,
  name: string,
  context: EvaluationContext,
): JsonObject | undefined {
  const declaration = template.outputs[name]
  if (!isObject(declaration)) return undefined
  const condition = member(declaration, 'condition')
  if (condition !== undefined && evaluateDeep(condition, context) === false) return undefined
  const type = valueTypeOf(declaration, template.source)
  const shown = type?.name ?? 'Object'
  const value = valueOf(declaration, context)
  return type?.isSecure ? { type: shown } : { type: shown, value }
}

function valueOf(declaration: JsonObject, context: EvaluationContext): Json {
  const copy = member(declaration, 'copy')
  if (!isObject(copy)) return evaluateDeep(member(declaration, 'value') ?? null, context)
  const count = evaluateDeep(member(copy, 'count') ?? null, context)
  return repeat('', count, context, (inner) => evaluateDeep(member(copy, 'input') ?? null, inner))
}
