import type { FastifyBaseLogger } from 'fastify'
import type { Config } from '../../config.ts'
import type { Audit } from '../../ports.ts'
import type { SessionDetails, SessionStore } from '../../sessions/session-store.ts'

export interface SignOutParts {
  readonly config: Config
  readonly sessions: SessionStore
  readonly audit: Audit
  readonly entra: { metadata(): Promise<{ end_session_endpoint: string }> }
  readonly logger: FastifyBaseLogger
}

/**
 * Ends the session and its tokens here, and answers where Entra's own session ends. When Entra is away, that part is
 * left out: the session here has ended all the same.
 */
export async function signOut(parts: SignOutParts, person: SessionDetails | null): Promise<string> {
  const { config, sessions, audit, entra, logger } = parts
  if (person === null) return '/'
  if (await sessions.end(person.sessionId)) {
    const target = `/tenants/${person.tenantId}`
    await audit.record({ caller: person, operation: 'session.sign-out', target, outcome: 'succeeded' })
  }
  try {
    const address = new URL((await entra.metadata()).end_session_endpoint)
    address.searchParams.set('post_logout_redirect_uri', `${config.portalOrigin}/`)
    if (person.loginHint !== null) address.searchParams.set('logout_hint', person.loginHint)
    return address.href
  } catch (error) {
    logger.warn({ err: error }, 'Entra was away at a sign-out')
    return '/'
  }
}
