import { z } from 'zod'
import type { EmulatorRequest } from '../../kernel/operation.ts'
import { parseJson } from '../../kernel/parse-json.ts'

const Fields = z.record(z.string(), z.string())

/** Fields of a request from its query, with those of a form or a JSON object before them. */
export function readFields({ query, headers, body }: EmulatorRequest): URLSearchParams {
  const fields = new URLSearchParams(query)
  for (const [name, value] of inBody(headers['content-type'] ?? '', body)) fields.set(name, value)
  return fields
}

function inBody(type: string, body: string): Iterable<[string, string]> {
  if (!/\bjson\b/i.test(type)) return new URLSearchParams(body)
  try {
    return Object.entries(Fields.parse(parseJson(body)))
  } catch {
    // GitHub answers such a request as one without fields.
    return []
  }
}
