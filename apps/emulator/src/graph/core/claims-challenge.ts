import { decodeJwt, type JWTPayload } from 'jose'
import { challengeHeaders, newerTokenClaims } from '../../kernel/claims-challenge.ts'
import type { EmulatorRequest, EmulatorResponse } from '../../kernel/operation.ts'
import { graphError } from '../../kernel/vendor-errors.ts'
import type { World } from '../../kernel/world.ts'
import { firstParty } from '../../seed-first-party.ts'

const message =
  'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp'

/**
 * Instead of a plain 401: the challenge of continuous access evaluation, for a token whose sign-in was revoked and whose
 * client said that it understands one (`xms_cc` holds `cp1`).
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function revocationChallenge(request: EmulatorRequest, world: World): EmulatorResponse | undefined {
  if (world.reality.claimsChallenge !== 'continuousAccess') return undefined
  const { sid, xms_cc: capabilities } = claimsOf(request)
  if (typeof sid !== 'string' || !Array.isArray(capabilities) || !capabilities.includes('cp1'))
    return undefined
  const session = world.store.sessions.get(sid)
  if (!session?.revoked) return undefined
  const claims = newerTokenClaims(session.revokedAt ?? world.clock.now())
  const headers = challengeHeaders(world, firstParty.graph.appId, claims)
  return graphError(401, 'InvalidAuthenticationToken', message, { request, clock: world.clock }, headers)
}

/** Unverified: a forged token only gets another 401. */
function claimsOf(request: EmulatorRequest): JWTPayload {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
  try {
    return decodeJwt(token)
  } catch {
    return {}
  }
}
