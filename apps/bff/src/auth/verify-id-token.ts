import { jwtVerify } from 'jose'
import * as z from 'zod'
import type { Clock } from '../ports.ts'
import type { EntraFacts } from './entra-metadata.ts'

const Claims = z.looseObject({
  oid: z.string().min(1),
  tid: z.string().min(1),
  nonce: z.string(),
  preferred_username: z.string().default(''),
  name: z.string().default(''),
  sid: z.string().optional(),
  login_hint: z.string().optional(),
  /** App roles of the portal's registration that the person was given; left out where there are none. */
  roles: z.array(z.string()).default([]),
})
export type IdTokenClaims = z.output<typeof Claims>

/** The ID token is genuine but of another tenant than the portal's. */
export class OtherTenantError extends Error {
  override readonly name = 'OtherTenantError'
}

export interface Expectation {
  readonly clientId: string
  readonly tenantId: string
  readonly nonce: string
}

const clockToleranceSeconds = 300

/**
 * Checks signature, issuer, audience, tenant, nonce and times of an ID token. MSAL checks no signature.
 * Throws OtherTenantError, jose's errors, or an Error.
 */
export async function verifyIdToken(
  token: string,
  expected: Expectation,
  entra: EntraFacts,
  clock: Clock,
): Promise<IdTokenClaims> {
  const { issuer } = await entra.metadata()
  const { payload } = await jwtVerify(token, entra.findKey, {
    algorithms: ['RS256'],
    issuer,
    audience: expected.clientId,
    requiredClaims: ['exp', 'iat', 'oid', 'tid', 'nonce'],
    clockTolerance: clockToleranceSeconds,
    currentDate: new Date(clock.now()),
  })
  const claims = Claims.parse(payload)
  if (claims.tid !== expected.tenantId) throw new OtherTenantError('the ID token is of another tenant')
  if (claims.nonce !== expected.nonce) throw new Error('the ID token answers another sign-in')
  return claims
}
