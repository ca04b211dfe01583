import type { FastifyBaseLogger } from 'fastify'
import { isAdministrator, type Administrators } from '../../domain/administrators.ts'
import { PortalError } from '../../errors.ts'
import type { Audit, Clock } from '../../ports.ts'
import { bearerId } from '../../sessions/bearer-id.ts'
import type { SessionDetails } from '../../sessions/session-store.ts'
import type { EntraFacts } from '../entra-metadata.ts'
import { createRefusalRecord } from '../refusal-record.ts'
import type { GrantStore } from './grant-store.ts'
import { readAuthorization, type RequestHeaders } from './read-authorization.ts'
import { TokenRefused } from './token-refused.ts'
import { createVerifiedTokens } from './verified-tokens.ts'
import { verifyAccessToken, type AccessTokenClaims, type ExpectedToken } from './verify-access-token.ts'

export interface BearerDoorParts {
  readonly expected: ExpectedToken
  readonly entra: EntraFacts
  readonly grants: Pick<GrantStore, 'add' | 'end'>
  readonly administrators: Administrators
  readonly audit: Audit
  readonly clock: Clock
  readonly logger: FastifyBaseLogger
}

/** Lets people in who come with an access token for the portal's API. */
export interface BearerDoor {
  /** Throws TOKEN_REFUSED, which tells nobody why, UPSTREAM_FAILED or UPSTREAM_TIMEOUT. */
  enter(request: RequestHeaders): Promise<SessionDetails>
}

export function createBearerDoor(parts: BearerDoorParts): BearerDoor {
  const known = createVerifiedTokens<SessionDetails>(parts.clock)
  const { audit, clock, expected, logger } = parts
  const record = createRefusalRecord({ audit, clock, tenantId: expected.tenantId, sessionId: bearerId('') })

  async function enter(request: RequestHeaders): Promise<SessionDetails> {
    const token = readAuthorization(request)
    const id = bearerId(token)
    const before = known.find(id)
    if (before !== null) return before
    const claims = await verifyAccessToken(token, parts.expected, parts.entra, parts.clock)
    const person = personOf(id, claims, parts.administrators)
    const end = claims.exp * 1000
    await remember(parts, person, token, new Date(end))
    known.keep(id, person, end)
    return person
  }

  return {
    async enter(request) {
      try {
        return await enter(request)
      } catch (error) {
        if (!(error instanceof TokenRefused)) throw error
        const { reason } = error
        logger.warn({ reason, security: true }, 'an access token was refused')
        await record({ reason, outcome: 'refused' }, logger)
        throw new PortalError('TOKEN_REFUSED', { cause: error })
      }
    },
  }
}

function personOf(
  sessionId: string,
  { oid, tid, preferred_username: username, name, roles }: AccessTokenClaims,
  administrators: Administrators,
): SessionDetails {
  return {
    sessionId,
    objectId: oid,
    tenantId: tid,
    username: username ?? oid,
    displayName: name ?? username ?? oid,
    isAdmin: isAdministrator(administrators, { objectId: oid, roles }),
    loginHint: null,
  }
}

/** Keeps the token for work on behalf of the person. The first time that it comes is a sign-in of theirs. */
async function remember(
  { audit, grants }: BearerDoorParts,
  caller: SessionDetails,
  assertion: string,
  expiresAt: Date,
): Promise<void> {
  if (!(await grants.add({ caller, assertion, expiresAt }))) return
  try {
    const target = `/tenants/${caller.tenantId}`
    await audit.record({ caller, operation: 'session.sign-in', target, outcome: 'succeeded' })
  } catch (error) {
    // Without a record nobody is in.
    await grants.end(caller)
    throw error
  }
}
