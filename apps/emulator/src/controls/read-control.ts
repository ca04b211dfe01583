import type { z } from 'zod'
import { explainIssues } from '../kernel/explain-issues.ts'
import type { EmulatorRequest, EmulatorResponse } from '../kernel/operation.ts'
import { readJson } from '../kernel/read-json.ts'
import { armError } from '../kernel/vendor-errors.ts'

/** The body of a control as its schema wants it; no body at all counts as `{}`. */
export function readControl<T>(
  request: EmulatorRequest,
  schema: z.ZodType<T>,
): { value: T } | { refusal: EmulatorResponse } {
  const read = request.body === '' ? { value: {} } : readJson(request)
  if ('refusal' in read) return read
  const parsed = schema.safeParse(read.value, { reportInput: true })
  if (parsed.success) return { value: parsed.data }
  return { refusal: badControl(`${explainIssues(parsed.error)}.`) }
}

export function badControl(message: string): EmulatorResponse {
  return armError(400, 'BadRequest', message)
}

/** An answer of a control; nothing may keep it. */
export function controlAnswer(body: unknown, status = 200): EmulatorResponse {
  return { status, headers: { 'cache-control': 'no-store' }, body }
}
