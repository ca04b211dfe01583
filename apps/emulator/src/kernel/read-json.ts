import type { EmulatorRequest, EmulatorResponse } from './operation.ts'
import { parseJson } from './parse-json.ts'
import { armError } from './vendor-errors.ts'

/**
 * The JSON body of the emulator's own endpoints. Another content type is refused: a foreign web page can send those
 * without being asked first.
 */
export function readJson(request: EmulatorRequest): { value: unknown } | { refusal: EmulatorResponse } {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return { refusal: armError(415, 'UnsupportedMediaType', 'The content type must be application/json.') }
  }
  try {
    return { value: parseJson(request.body) }
  } catch {
    return { refusal: armError(400, 'InvalidRequestContent', 'The request body is not JSON.') }
  }
}
