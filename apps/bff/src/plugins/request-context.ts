import type { FastifyRequest } from 'fastify'
import type { Caller } from '../ports.ts'
import type { SessionDetails } from '../sessions/session-store.ts'

/** Which headers a route's answers carry, and which check its requests pass. */
export type ResponseClass = 'api' | 'auth' | 'page' | 'embedded' | 'asset' | 'docs' | 'health' | 'beacon'

declare module 'fastify' {
  interface FastifyContextConfig {
    responseClass?: ResponseClass
    access?: 'signed-in' | 'administrator' | 'public'
    /** For the pages of the portal alone; left out: both. */
    door?: 'cookie'
    operationId?: string
  }
  interface FastifyRequest {
    caller: SessionDetails | null
    /** What proved who asks: the session cookie, or an access token. For answers, never for routes. */
    door: 'cookie' | 'bearer'
  }
}

/** The person whose session or access token came with the request; null when nobody is signed in. */
export function callerOf(request: FastifyRequest): Caller | null {
  return request.caller
}
