import { randomUUID } from 'node:crypto'
import type { Clock } from './clock.ts'
import type { EmulatorRequest, EmulatorResponse } from './operation.ts'

/** What ARM may add to its error object; `headers` go to the answer, the rest into the body. */
export interface ArmErrorExtra {
  target?: string
  details?: readonly Record<string, unknown>[]
  additionalInfo?: readonly Record<string, unknown>[]
  headers?: Record<string, string | string[]>
}

/**
 * ARM's and its resource providers' error body (`CloudError`).
 * https://learn.microsoft.com/azure/azure-resource-manager/management/common-errors
 */
export function armError(
  status: number,
  code: string,
  message: string,
  extra: ArmErrorExtra = {},
): EmulatorResponse {
  const { headers, ...fields } = extra
  return { status, ...(headers ? { headers } : {}), body: { error: { code, message, ...fields } } }
}

/**
 * Microsoft Graph's error body. `innerError.date` carries no zone.
 * https://learn.microsoft.com/graph/errors
 */
export function graphError(
  status: number,
  code: string,
  message: string,
  context: { request: EmulatorRequest; clock: Clock },
  headers: Record<string, string | string[]> = {},
): EmulatorResponse {
  const requestId = randomUUID()
  const date = new Date(context.clock.now()).toISOString().slice(0, 19)
  const clientRequestId = context.request.headers['client-request-id'] ?? requestId
  return {
    status,
    headers: { 'request-id': requestId, 'client-request-id': clientRequestId, ...headers },
    body: {
      error: {
        code,
        message,
        innerError: { date, 'request-id': requestId, 'client-request-id': clientRequestId },
      },
    },
  }
}

/** One refusal of Entra: the number after AADSTS, the OAuth error and the HTTP status it travels with. */
export interface EntraFailure {
  status: 400 | 401
  /** OAuth 2.0 error code, such as `invalid_client`. */
  error: string
  /** Number without the `AADSTS` prefix. */
  code: number
  /** Text after `AADSTS{code}: `. */
  message: string
  suberror?: string
  /** JSON of the claims that a new interactive sign-in has to ask for. */
  claims?: string
}

/**
 * The token endpoint's error body; `client-request-id` comes back as `correlation_id`.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export function entraError(
  failure: EntraFailure,
  context: { request: EmulatorRequest; clock: Clock },
  correlationId = context.request.headers['client-request-id'],
): EmulatorResponse {
  return {
    status: failure.status,
    headers: { 'cache-control': 'no-store, no-cache', pragma: 'no-cache' },
    body: entraErrorFields(failure, context.clock, correlationId),
  }
}

/** The fields alone: `/authorize` sends the same ones on a redirect. */
export function entraErrorFields(failure: EntraFailure, clock: Clock, correlationId?: string) {
  const traceId = randomUUID()
  const correlation = correlationId ?? randomUUID()
  const timestamp = `${new Date(clock.now()).toISOString().slice(0, 19).replace('T', ' ')}Z`
  return {
    error: failure.error,
    error_description: `AADSTS${failure.code}: ${failure.message} Trace ID: ${traceId} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
    error_codes: [failure.code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlation,
    error_uri: `https://login.microsoftonline.com/error?code=${failure.code}`,
    ...(failure.suberror ? { suberror: failure.suberror } : {}),
    ...(failure.claims ? { claims: failure.claims } : {}),
  }
}
