import { errors, jwtVerify } from 'jose'
import * as z from 'zod'
import type { Clock } from '../../ports.ts'
import type { EntraFacts } from '../entra-metadata.ts'
import { TokenRefused } from './token-refused.ts'

/** The delegated permission that the portal's registration exposes. */
export const apiPermission = 'access_as_user'

/** https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
const Claims = z.looseObject({
  oid: z.string().min(1),
  tid: z.string().min(1),
  exp: z.number(),
  iat: z.number(),
  scp: z.string().optional(),
  idtyp: z.string().optional(),
  preferred_username: z.string().optional(),
  name: z.string().optional(),
  /** App roles of the portal's registration that the person was given; left out where there are none. */
  roles: z.array(z.string()).default([]),
})
export type AccessTokenClaims = z.output<typeof Claims>

export interface ExpectedToken {
  /** One of these is the token's `aud`. */
  readonly audiences: readonly string[]
  readonly tenantId: string
}

const clockToleranceSeconds = 300

/**
 * Checks an access token of a person for the portal's own API, of version 2.0: signature by a key of the pinned issuer, and
 * nothing that the token says about keys; issuer, audience, tenant, times, permission. Throws TokenRefused, and PortalError
 * UPSTREAM_FAILED or UPSTREAM_TIMEOUT where Entra's keys cannot be read.
 */
export async function verifyAccessToken(
  token: string,
  { audiences, tenantId }: ExpectedToken,
  entra: EntraFacts,
  clock: Clock,
): Promise<AccessTokenClaims> {
  const { issuer } = await entra.metadata()
  const now = clock.now()
  const claims = readClaims(
    await verified(() =>
      jwtVerify(token, entra.findKey, {
        algorithms: ['RS256'],
        issuer,
        audience: [...audiences],
        requiredClaims: ['exp', 'iat', 'nbf', 'oid', 'tid'],
        clockTolerance: clockToleranceSeconds,
        currentDate: new Date(now),
      }),
    ),
  )
  if (claims.iat > now / 1000 + clockToleranceSeconds) throw new TokenRefused('issued in the future')
  if (claims.tid !== tenantId) throw new TokenRefused('another tenant')
  if (claims.idtyp === 'app') throw new TokenRefused('of an application, not of a person')
  // An ID token has none, nor has what an application got for itself.
  if (!(claims.scp ?? '').split(' ').includes(apiPermission)) throw new TokenRefused(`no ${apiPermission}`)
  return claims
}

type Verified = Awaited<ReturnType<typeof jwtVerify>>

async function verified(verify: () => Promise<Verified>): Promise<Verified['payload']> {
  try {
    const { payload, protectedHeader } = await verify()
    if (protectedHeader.kid === undefined) throw new TokenRefused('no key is named')
    return payload
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error
    const claim = error instanceof errors.JWTClaimValidationFailed ? ` ${error.claim}` : ''
    throw new TokenRefused(`${error.code}${claim}`, error)
  }
}

function readClaims(payload: Verified['payload']): AccessTokenClaims {
  const result = Claims.safeParse(payload)
  if (result.success) return result.data
  const names = result.error.issues.map(({ path }) => path.join('.'))
  throw new TokenRefused(`unusual claims: ${names.join(', ')}`)
}
