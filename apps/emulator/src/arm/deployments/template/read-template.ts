import { isObject, member, type Json, type JsonObject } from '../language/json.ts'
import { isExpression, parseExpression } from '../language/parse-expression.ts'
import type { Position, Positions } from './read-json.ts'
import { framed, invalidTemplate, missingMember, unknownMember, wrongMember } from './template-refusal.ts'

/**
 * A template as it was sent, its parts told apart and nothing evaluated.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax
 */
export interface Template {
  source: JsonObject
  parameters: JsonObject
  variables: JsonObject
  functions: Json[]
  resources: TemplateResource[]
  outputs: JsonObject
  positionOf: (value: Json | undefined) => Position | undefined
}

export interface TemplateResource {
  /** Only in templates whose resources are an object. */
  symbolicName: string | undefined
  source: JsonObject
}

const templateMembers = new Set([
  '$schema',
  'contentversion',
  'languageversion',
  'apiprofile',
  'definitions',
  'parameters',
  'variables',
  'functions',
  'resources',
  'outputs',
  'metadata',
  'imports',
  'extensions',
  'asserts',
])

/** Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices#template-limits */
const limits = { parameters: 256, variables: 256, outputs: 64 }

const path = 'properties.template'

/** Throws InvalidRequestContent or InvalidTemplate. */
export function readTemplate(value: Json | undefined, positions: Positions): Template {
  const positionOf = (part: Json | undefined) =>
    typeof part === 'object' && part !== null ? positions.get(part) : undefined
  if (!isObject(value)) throw wrongMember(path, 'an object', positionOf(value))
  const position = positionOf(value)
  for (const name of Object.keys(value)) {
    if (!templateMembers.has(name.toLowerCase())) throw unknownMember(name, 'Template', path, position)
  }
  for (const name of ['$schema', 'contentVersion']) {
    if (typeof member(value, name) !== 'string') throw missingMember(name, path, position)
  }
  const part = (name: string) => optionalObject(member(value, name), `${path}.${name}`, positionOf)
  const functions = member(value, 'functions') ?? []
  if (!Array.isArray(functions)) throw wrongMember(`${path}.functions`, 'an array', position)
  const template: Template = {
    source: value,
    parameters: part('parameters'),
    variables: part('variables'),
    functions,
    resources: readResources(member(value, 'resources'), position),
    outputs: part('outputs'),
    positionOf,
  }
  for (const [name, limit] of Object.entries(limits)) {
    const actual = Object.keys(part(name)).length
    if (actual > limit) {
      const sentence = `The number of template ${name} limit exceeded. Limit: '${limit}' and actual: '${actual}'.`
      throw invalidTemplate(sentence, `arm-syntax-${name}`)
    }
  }
  framed('template', undefined, () => checkSyntax({ ...value, parameters: null }))
  return template
}

function optionalObject(value: Json | undefined, at: string, positionOf: Template['positionOf']): JsonObject {
  if (value === undefined || value === null) return {}
  if (!isObject(value)) throw wrongMember(at, 'an object', positionOf(value))
  return value
}

function readResources(value: Json | undefined, position: Position | undefined): TemplateResource[] {
  if (value === undefined || value === null) throw missingMember('resources', path, position)
  if (!Array.isArray(value) && !isObject(value)) {
    throw wrongMember(`${path}.resources`, 'an array', position)
  }
  const named: [string | undefined, Json][] = Array.isArray(value)
    ? value.map((source) => [undefined, source])
    : Object.entries(value)
  return named.map(([symbolicName, source], index) => {
    if (!isObject(source)) throw wrongMember(`${path}.resources[${index}]`, 'an object', position)
    return { symbolicName, source }
  })
}

/** Parses every expression, also those of parts that a condition leaves out. Inner templates are read on their own. */
function checkSyntax(value: Json): void {
  if (typeof value === 'string') {
    if (isExpression(value)) parseExpression(value)
  } else if (Array.isArray(value)) {
    for (const item of value) checkSyntax(item)
  } else if (isObject(value)) {
    for (const [name, inner] of Object.entries(value)) {
      checkSyntax(name)
      if (name.toLowerCase() !== 'template') checkSyntax(inner)
    }
  }
}
