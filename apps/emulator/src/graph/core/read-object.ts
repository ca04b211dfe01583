import { parseJson } from '../../kernel/parse-json.ts'
import type { JsonObject } from './entity-type.ts'
import { faults } from './faults.ts'
import type { GraphCall } from './graph-call.ts'
import { refuse } from './refusal.ts'

/** The body as a JSON object, without OData's annotations unless asked for. Throws in Graph's words for anything else. */
export function readObject({ request }: GraphCall, annotations = false): JsonObject {
  if (request.body.trim() === '') throw refuse(faults.emptyBody())
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/json\b/i.test(type)) throw refuse(faults.unreadableBody())
  const parsed = parse(request.body)
  if (!isObject(parsed)) throw refuse(faults.unreadableBody())
  return annotations ? parsed : withoutAnnotations(parsed)
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function withoutAnnotations(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !name.includes('@odata.')))
}

function parse(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}
