import { faults } from '../../core/faults.ts'
import { refuse } from '../../core/refusal.ts'
import { evaluateDeep } from '../language/evaluate.ts'
import type { EvaluationContext } from '../language/evaluation-context.ts'
import { expressionErrors } from '../language/expression-error.ts'
import { isObject, member, memberName, typeName, type Json, type JsonObject } from '../language/json.ts'
import { brokenConstraint, hasType, valueTypeOf, type ValueType } from './parameter-types.ts'
import type { Template } from './read-template.ts'
import { framed, invalidTemplate, placeOf, wrongMember } from './template-refusal.ts'

export interface ParameterValue {
  name: string
  type: ValueType
  value: Json
}

/**
 * The value of each parameter that the template declares: given, or its default. Throws InvalidTemplate in the
 * resource manager's words.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/parameters
 */
export function readParameters(
  template: Template,
  given: JsonObject,
  context: EvaluationContext,
): Map<string, ParameterValue> {
  demandDeclared(template, given)
  const values = new Map<string, ParameterValue>()
  const open = new Set<string>()
  const valueOf = (name: string): ParameterValue => {
    const key = name.toLowerCase()
    const known = values.get(key)
    if (known) return known
    if (open.has(key)) throw expressionErrors.cycle('parameter', name)
    open.add(key)
    const value = readParameter(template, name, given, {
      ...context,
      parameter: (other) => valueOf(other).value,
    })
    values.set(key, value)
    return value
  }
  for (const name of Object.keys(template.parameters)) valueOf(name)
  return values
}

function demandDeclared(template: Template, given: JsonObject): void {
  const unknown = Object.keys(given).filter((name) => memberName(template.parameters, name) === undefined)
  if (unknown.length === 0) return
  const known = Object.keys(template.parameters).join(', ')
  throw invalidTemplate(
    `The template parameters '${unknown.join(', ')}' in the parameters file are not valid; they are not present in the original template and can therefore not be provided at deployment time. The only supported parameters for this template are '${known}'.`,
    'arm-pass-parameter-values',
  )
}

function readParameter(
  template: Template,
  asked: string,
  given: JsonObject,
  context: EvaluationContext,
): ParameterValue {
  const name = memberName(template.parameters, asked)
  const declaration = name === undefined ? undefined : template.parameters[name]
  if (name === undefined || declaration === undefined) throw expressionErrors.noParameter(asked)
  if (!isObject(declaration))
    throw wrongMember(`properties.template.parameters.${name}`, 'an object', undefined)
  const type = valueTypeOf(declaration, template.source)
  const position = template.positionOf(declaration)
  const violation = { position, path: `parameters.${name}` }
  const place = placeOf(position)
  if (!type) {
    const sentence = `The template parameter '${name}'${place} is not valid. The type property is missing or unknown.`
    throw invalidTemplate(sentence, 'arm-syntax-parameters', violation)
  }
  const isNullable = member(declaration, 'nullable') === true
  const value =
    givenValue(member(given, name)) ??
    framed(`template parameter '${name}'`, position, () => defaultOf(declaration, context)) ??
    (isNullable ? null : undefined)
  if (value === undefined) {
    const sentence = `The value for the template parameter '${name}'${place} is not provided.`
    throw invalidTemplate(sentence, 'arm-create-parameter-file', violation)
  }
  if (value === null && isNullable) return { name, type, value }
  if (!hasType(type, value)) {
    const sentence = `Template parameter JToken type is not valid. Expected '${type.tokens.join(', ')}'. Actual '${typeName(value)}'.`
    throw invalidTemplate(sentence, 'resource-manager-parameter-files', violation)
  }
  const broken = brokenConstraint(declaration, value)
  if (broken !== undefined) {
    const sentence = `The provided value for the template parameter '${name}'${place} is not valid. ${broken}`
    throw invalidTemplate(sentence, 'arm-create-parameter-file', violation)
  }
  return { name, type, value }
}

/** Literal: expressions in given values are not evaluated. */
function givenValue(entry: Json | undefined): Json | undefined {
  if (entry === undefined || entry === null) return undefined
  if (!isObject(entry)) throw wrongMember('properties.parameters', 'an object with a value', undefined)
  if (member(entry, 'reference') !== undefined)
    throw refuse(faults.notEmulated('parameters from a key vault'))
  if (member(entry, 'expression') !== undefined) throw refuse(faults.notEmulated('parameters by expression'))
  return member(entry, 'value')
}

function defaultOf(declaration: JsonObject, context: EvaluationContext): Json | undefined {
  const given = member(declaration, 'defaultValue')
  return given === undefined ? undefined : evaluateDeep(given, context)
}
