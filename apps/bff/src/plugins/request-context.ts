import type { FastifyRequest } from 'fastify'
import type { Caller } from '../ports.ts'
import type { SessionDetails } from '../sessions/session-store.ts'

/** Which headers a route's answers carry, and which check its requests pass. */
export type ResponseClass = 'api' | 'auth' | 'page' | 'asset' | 'docs' | 'health' | 'beacon'

declare module 'fastify' {
  interface FastifyContextConfig {
    responseClass?: ResponseClass
    access?: 'signed-in' | 'administrator' | 'public'
    operationId?: string
  }
  interface FastifyRequest {
    caller: SessionDetails | null
  }
}

/** The person whose session came with the request; null when nobody is signed in. */
export function callerOf(request: FastifyRequest): Caller | null {
  return request.caller
}
