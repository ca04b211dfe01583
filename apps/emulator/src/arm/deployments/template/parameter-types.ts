import { ownValue } from '../../../kernel/own-value.ts'
import { isObject, isSame, member, typeName, type Json, type JsonObject } from '../language/json.ts'

/** A type of a template's parameter or output. */
export interface ValueType {
  /** As answers spell it. */
  name: string
  /** What JSON has to hold, in the resource manager's words. */
  tokens: readonly string[]
  /** Never shown again. */
  isSecure: boolean
}

const types: Record<string, ValueType> = {
  string: { name: 'String', tokens: ['String', 'Uri'], isSecure: false },
  securestring: { name: 'SecureString', tokens: ['String', 'Uri'], isSecure: true },
  int: { name: 'Int', tokens: ['Integer'], isSecure: false },
  bool: { name: 'Bool', tokens: ['Boolean'], isSecure: false },
  object: { name: 'Object', tokens: ['Object'], isSecure: false },
  secureobject: { name: 'SecureObject', tokens: ['Object'], isSecure: true },
  array: { name: 'Array', tokens: ['Array'], isSecure: false },
}

/**
 * The type that a declaration names, also by `$ref` to a definition of the template. Undefined for no type at all.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/data-types
 */
export function valueTypeOf(declaration: JsonObject, template: JsonObject): ValueType | undefined {
  const reference = member(declaration, '$ref')
  const definitions = member(template, 'definitions')
  if (typeof reference === 'string' && isObject(definitions)) {
    const found = member(definitions, reference.replace('#/definitions/', ''))
    return isObject(found) && member(found, '$ref') === undefined ? valueTypeOf(found, template) : undefined
  }
  const name = member(declaration, 'type')
  return typeof name === 'string' ? ownValue(types, name.toLowerCase()) : undefined
}

/** What a value of the right type breaks of its declaration, in the resource manager's words. */
export function brokenConstraint(declaration: JsonObject, value: Json): string | undefined {
  const allowed = member(declaration, 'allowedValues')
  if (Array.isArray(allowed) && !isAllowed(allowed, value)) {
    return `The parameter value is not part of the allowed value(s): '${allowed.map(String).join(',')}'.`
  }
  const size = typeof value === 'string' || Array.isArray(value) ? value.length : undefined
  const bounds: [string, number | undefined, string, string][] = [
    ['minLength', size, 'Length of the value', 'greater'],
    ['maxLength', size, 'Length of the value', 'less'],
    ['minValue', typeof value === 'number' ? value : undefined, 'The value', 'greater'],
    ['maxValue', typeof value === 'number' ? value : undefined, 'The value', 'less'],
  ]
  for (const [name, actual, subject, direction] of bounds) {
    const bound = member(declaration, name)
    if (typeof bound !== 'number' || actual === undefined) continue
    if (direction === 'greater' ? actual >= bound : actual <= bound) continue
    return `${subject} should be ${direction} than or equal to '${bound}'.`
  }
  return undefined
}

/** An array parameter is allowed when all its items are. */
function isAllowed(allowed: Json[], value: Json): boolean {
  const holds = (one: Json) => allowed.some((other) => isSame(one, other))
  return holds(value) || (Array.isArray(value) && value.every(holds))
}

export function hasType(type: ValueType, value: Json): boolean {
  return type.tokens.includes(typeName(value))
}
