import { errorCatalogue, Problem, type Endpoint, type ErrorCode } from '@trustwright/shared-schemas'
import type { FastifySchema } from 'fastify'
import * as z from 'zod'

/** Codes that every endpoint may answer with. */
const everywhere: readonly ErrorCode[] = [
  'REQUEST_NOT_FROM_PORTAL',
  'TOKEN_REFUSED',
  'TWO_PROOFS',
  'INPUT_REFUSED',
  'TOO_MANY_REQUESTS',
  'DATABASE_UNAVAILABLE',
  'INTERNAL',
]

const whenSignedIn: readonly ErrorCode[] = [
  'SIGN_IN_REQUIRED',
  'SESSION_ENDED',
  'STEP_UP_REQUIRED',
  'CONSENT_REQUIRED',
  'UPSTREAM_REFUSED',
  'UPSTREAM_FAILED',
  'UPSTREAM_TIMEOUT',
  'THROTTLED',
]

const nothing = z.strictObject({})

/** Names of `securitySchemes` (plugins/docs.ts): one door or the other, never both. */
const byToken = { accessToken: [] }
const byCookie = { session: [], portalHeader: [] }

/** The Fastify schema of an endpoint: parsing, serialising and the OpenAPI page read the same objects. */
export function describeEndpoint(endpoint: Endpoint): FastifySchema {
  const answers: Record<number, unknown> = { [endpoint.status]: answerOf(endpoint) }
  for (const [status, codes] of codesByStatus(endpoint)) {
    answers[status] = {
      description: codes.map((code) => `${code}: ${errorCatalogue[code].title}`).join('. '),
      content: { 'application/problem+json': { schema: Problem } },
    }
  }
  return {
    operationId: endpoint.operationId,
    summary: endpoint.summary,
    security: endpoint.door === 'cookie' ? [byCookie] : [byToken, byCookie],
    querystring: endpoint.query ?? nothing,
    ...(endpoint.params && { params: endpoint.params }),
    ...(endpoint.body && { body: endpoint.body }),
    response: answers,
  }
}

function answerOf({ file, reply, stream, summary }: Endpoint): unknown {
  if (file === true)
    return { description: summary, content: { 'application/octet-stream': { schema: reply } } }
  if (stream !== true) return reply
  return { description: summary, content: { 'text/event-stream': { schema: reply } } }
}

function codesByStatus(endpoint: Endpoint): Map<number, ErrorCode[]> {
  const signedIn = endpoint.access === 'public' ? [] : whenSignedIn
  const ofPages: readonly ErrorCode[] = endpoint.door === 'cookie' ? ['PORTAL_PAGES_ONLY'] : []
  const ofAdministrators: readonly ErrorCode[] =
    endpoint.access === 'administrator' ? ['ADMINISTRATOR_REQUIRED'] : []
  const all = new Set([...everywhere, ...signedIn, ...ofPages, ...ofAdministrators, ...endpoint.errors])
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of all) {
    const { status } = errorCatalogue[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return byStatus
}
