import { faults } from './faults.ts'
import type { GraphCall } from './graph-call.ts'
import { refuse } from './refusal.ts'

/** A key in a path: an id, or the value of an alternate key such as `appId='…'`. */
export type Key = { id: string } | { property: string; value: string }

/**
 * Reads the key `[name]` of the operation's path. Throws when it is spelt in no way of OData, or by an alternate key that is
 * not in `alternates`.
 */
export function keyIn({ request }: GraphCall, name: string, alternates: readonly string[] = []): Key {
  const plain = request.params[name]
  if (plain !== undefined) return { id: plain }
  const text = request.params[`${name}Key`] ?? ''
  const quoted = /^'((?:[^']|'')*)'$/.exec(text)
  if (quoted) return { id: (quoted[1] ?? '').replaceAll("''", "'") }
  const [, given = '', value = ''] = /^(\w+)='((?:[^']|'')*)'$/.exec(text) ?? []
  const property = alternates.find((known) => known.toLowerCase() === given.toLowerCase())
  if (property === undefined) throw refuse(faults.unknownSegment(text))
  return { property, value: value.replaceAll("''", "'") }
}

/** The key as a message names it. */
export function keyText(key: Key): string {
  return 'id' in key ? key.id : key.value
}
