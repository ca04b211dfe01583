import type { ErrorCode } from '@trustwright/shared-schemas'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { databaseIsDown } from '../db/database-is-down.ts'
import { PortalError } from '../errors.ts'
import { refusedFields } from './refused-fields.ts'

/** Errors of Fastify itself, by its codes (https://fastify.dev/docs/latest/Reference/Errors/). */
const ofFastify: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'CONTENT_TYPE_REFUSED',
  FST_ERR_ROUTE_MISSING_CONTENT_TYPE: 'CONTENT_TYPE_REFUSED',
  FST_ERR_CTP_INVALID_JSON_BODY: 'INPUT_REFUSED',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'INPUT_REFUSED',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'INPUT_REFUSED',
  FST_ERR_BAD_URL: 'ROUTE_NOT_FOUND',
  FST_ERR_MAX_PARAM_LENGTH: 'ROUTE_NOT_FOUND',
  FST_ERR_NOT_FOUND: 'ROUTE_NOT_FOUND',
}

/** The one mapper: whatever was thrown becomes an error of the closed list. */
export function toPortalError(error: unknown): PortalError {
  if (error instanceof PortalError) return error
  if (databaseIsDown(error)) {
    return new PortalError('DATABASE_UNAVAILABLE', { cause: error, retryAfterSeconds: 2 })
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new PortalError('INPUT_REFUSED', { fields: error.validation.flatMap(refusedFields), cause: error })
  }
  const code = ofFastify[codeOf(error) ?? '']
  if (code === 'INPUT_REFUSED') {
    return new PortalError(code, {
      detail: 'The body is not complete JSON, so nothing was done.',
      nextStep: 'Send one JSON object.',
      cause: error,
    })
  }
  return new PortalError(code ?? 'INTERNAL', { cause: error })
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
