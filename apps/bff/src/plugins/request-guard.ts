import { portalHeader } from '@trustwright/shared-schemas'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { BearerDoor } from '../auth/bearer/bearer-door.ts'
import { carriesPortalCookie, sessionCookie } from '../auth/cookies.ts'
import { administratorRequired } from '../domain/administrators.ts'
import { PortalError } from '../errors.ts'
import type { SessionStore } from '../sessions/session-store.ts'

export interface GuardOptions {
  readonly portalOrigin: string
  readonly sessions: SessionStore
  readonly bearerDoor: BearerDoor
  /** App role of administrators, for the words of a refusal. */
  readonly adminRole: string
}

/**
 * The one check of every API request, which comes by one of two doors: with an access token, or else with the session cookie.
 * Routes are protected unless their own definition says otherwise, and are not told which door it was.
 */
export function registerRequestGuard(app: FastifyInstance, options: GuardOptions): void {
  app.decorateRequest('caller', null)
  app.decorateRequest('door', 'cookie')
  app.addHook('onRequest', async (request) => {
    const { responseClass = 'api', access = 'signed-in' } = request.routeOptions.config
    if (request.is404 || responseClass !== 'api') return
    if (request.headers.authorization === undefined) await enterByCookie(request, options)
    else await enterByToken(request, options)
    if (access === 'administrator' && request.caller?.isAdmin === false) {
      throw administratorRequired(options.adminRole)
    }
    if (access === 'public' || request.caller !== null) return
    // The cookie is left: another tab may just have been given a new one of that name.
    const value = request.cookies[sessionCookie.name]
    throw new PortalError(value === undefined ? 'SIGN_IN_REQUIRED' : 'SESSION_ENDED')
  })
}

/**
 * It must come from the portal's own page: the portal header, which another site cannot send without a preflight, and the
 * browser's own word on where it came from. SameSite alone does not stop another port of the same host.
 */
async function enterByCookie(
  request: FastifyRequest,
  { portalOrigin, sessions }: GuardOptions,
): Promise<void> {
  if (!isFromPortal(request, portalOrigin)) throw new PortalError('REQUEST_NOT_FROM_PORTAL')
  const value = request.cookies[sessionCookie.name]
  request.caller = value === undefined ? null : await sessions.find(value)
}

/** A token is no ambient authority, so that where the request comes from does not matter. No cookie is read but for its name. */
async function enterByToken(request: FastifyRequest, { bearerDoor }: GuardOptions): Promise<void> {
  request.door = 'bearer'
  if (carriesPortalCookie(request.cookies)) throw new PortalError('TWO_PROOFS')
  request.caller = await bearerDoor.enter(request.raw)
  if (request.routeOptions.config.door === 'cookie') throw new PortalError('PORTAL_PAGES_ONLY')
}

function isFromPortal({ headers }: FastifyRequest, portalOrigin: string): boolean {
  if (headers[portalHeader.name] !== portalHeader.value) return false
  const site = headers['sec-fetch-site']
  return site === undefined ? headers.origin === portalOrigin : site === 'same-origin'
}
