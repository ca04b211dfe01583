import type { z } from 'zod'
import { faults } from './faults.ts'
import { isObject, withoutAnnotations } from './read-object.ts'
import { refuse } from './refusal.ts'

/** Reads a body by its schema; throws in Graph's words for the first thing that is wrong. Annotations are left out at every depth. */
export function parseFields<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  resource: string,
): z.output<Schema> {
  const parsed = schema.safeParse(plain(body))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  if (issue?.code === 'unrecognized_keys') throw refuse(faults.unknownProperty(issue.keys[0] ?? ''))
  const path = issue?.path.filter((part) => typeof part === 'string').join('.') ?? ''
  throw refuse(faults.invalidValue(path, resource))
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (!isObject(value)) return value
  const entries = Object.entries(withoutAnnotations(value)).map(([name, inner]) => [name, plain(inner)])
  return Object.fromEntries(entries)
}
