import { decodeJwt, type JWTPayload } from 'jose'
import type { Caller } from '../../kernel/bearer.ts'
import {
  challengeHeaders,
  multifactorClaims,
  multifactorContext,
  newerTokenClaims,
} from '../../kernel/claims-challenge.ts'
import type { EmulatorRequest, EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { armError } from '../../kernel/vendor-errors.ts'
import { firstParty } from '../../seed-first-party.ts'

/**
 * The 401 that demands a second factor of a person for a write; undefined when the token shows one, for applications,
 * and while it is switched off. Its words (u).
 * Source: https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication
 */
export function multifactorChallenge(
  request: EmulatorRequest,
  world: World,
  caller: Caller,
): EmulatorResponse | undefined {
  if (world.reality.claimsChallenge !== 'multifactorOnWrites') return undefined
  if (caller.kind === 'app') return undefined
  const { authenticationMethods: methods, authenticationContexts: contexts } = caller
  if (methods.includes('mfa') || contexts.includes(multifactorContext)) return undefined
  const name = request.path.split('/').at(-1) ?? ''
  const operation = request.method === 'DELETE' ? 'Delete' : request.method === 'PUT' ? 'Create' : 'Update'
  const message = `Resource '${name}' was disallowed by Azure: Users must use MFA for ${operation} operation. Users can authenticate to Azure with MFA. See https://aka.ms/MFAforAzure for details.`
  const headers = challengeHeaders(world, firstParty.arm.appId, multifactorClaims)
  return armError(401, 'RequestDisallowedByAzure', message, { headers })
}

/**
 * Instead of a plain 401: the challenge of continuous access evaluation, for a token whose sign-in was revoked and whose
 * client said that it understands one (`xms_cc` holds `cp1`).
 * Source: https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function revocationChallenge(request: EmulatorRequest, world: World): EmulatorResponse | undefined {
  if (world.reality.claimsChallenge !== 'continuousAccess') return undefined
  const { sid, xms_cc: capabilities } = claimsOf(request)
  if (typeof sid !== 'string' || !holds(capabilities, 'cp1')) return undefined
  const session = world.store.sessions.get(sid)
  if (!session?.revoked) return undefined
  const claims = newerTokenClaims(session.revokedAt ?? world.clock.now())
  const message =
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp'
  const headers = challengeHeaders(world, firstParty.arm.appId, claims)
  return armError(401, 'InvalidAuthenticationToken', message, { headers })
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

function holds(claim: unknown, value: string): boolean {
  return Array.isArray(claim) ? claim.includes(value) : claim === value
}
