import { portalHeader } from '@trustwright/shared-schemas'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sessionCookie } from '../auth/cookies.ts'
import { administratorRequired } from '../domain/administrators.ts'
import { PortalError } from '../errors.ts'
import type { SessionStore } from '../sessions/session-store.ts'

export interface GuardOptions {
  readonly portalOrigin: string
  readonly sessions: SessionStore
  /** App role of administrators, for the words of a refusal. */
  readonly adminRole: string
}

/**
 * The one check of every API request. It must come from the portal's own page: the portal header, which another site
 * cannot send without a preflight, and the browser's own word on where it came from. SameSite alone does not stop
 * another port of the same host. Routes are protected unless their own definition says otherwise.
 */
export function registerRequestGuard(app: FastifyInstance, options: GuardOptions): void {
  app.decorateRequest('caller', null)
  app.addHook('onRequest', async (request) => {
    const { responseClass = 'api', access = 'signed-in' } = request.routeOptions.config
    if (request.is404 || responseClass !== 'api') return
    if (!isFromPortal(request, options.portalOrigin)) throw new PortalError('REQUEST_NOT_FROM_PORTAL')
    const value = request.cookies[sessionCookie.name]
    request.caller = value === undefined ? null : await options.sessions.find(value)
    if (access === 'administrator' && request.caller?.isAdmin === false) {
      throw administratorRequired(options.adminRole)
    }
    if (access === 'public' || request.caller !== null) return
    // The cookie is left: another tab may just have been given a new one of that name.
    throw new PortalError(value === undefined ? 'SIGN_IN_REQUIRED' : 'SESSION_ENDED')
  })
}

function isFromPortal({ headers }: FastifyRequest, portalOrigin: string): boolean {
  if (headers[portalHeader.name] !== portalHeader.value) return false
  const site = headers['sec-fetch-site']
  return site === undefined ? headers.origin === portalOrigin : site === 'same-origin'
}
