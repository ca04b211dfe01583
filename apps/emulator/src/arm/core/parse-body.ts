import { parseJson } from '../../kernel/parse-json.ts'
import { faults } from './faults.ts'
import { refuse } from './refusal.ts'

export type JsonObject = Record<string, unknown>

/** The body as a JSON object. Throws InvalidRequestContent for anything else. */
export function parseBody(body: string): JsonObject {
  const parsed = parse(body)
  if (!isObject(parsed)) throw refuse(faults.invalidRequestContent('The body has to be a JSON object.'))
  return parsed
}

/** A member that is a string or absent. Throws InvalidRequestContent for another type. */
export function optionalString(object: JsonObject, name: string): string | undefined {
  const value = object[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw wrongType(name, 'a string')
  return value
}

/** A member that is an object or absent. Throws InvalidRequestContent for another type. */
export function optionalObject(body: JsonObject, name: string): JsonObject | undefined {
  const value = body[name]
  if (value === undefined || value === null) return undefined
  if (!isObject(value)) throw wrongType(name, 'an object')
  return value
}

export function wrongType(path: string, wanted: string) {
  return refuse(faults.invalidRequestContent(`The value at '${path}' has to be ${wanted}.`))
}

function parse(body: string): unknown {
  try {
    return parseJson(body)
  } catch (error) {
    throw refuse(faults.invalidRequestContent(error instanceof Error ? error.message : String(error)))
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
