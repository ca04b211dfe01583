import { decodeToken } from '@trustwright/federation'
import type { BeaconRefusal } from '@trustwright/shared-schemas'
import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose'
import type { BeaconValues } from '../../db/schema-beacons.ts'

export type Verified =
  { readonly ok: true; readonly claims: JWTPayload } | { readonly ok: false; readonly reason: BeaconRefusal }

export interface Expected {
  readonly audience: string
  readonly trust: BeaconValues
  /** Milliseconds since 1970. */
  readonly now: number
  /** Of the trust's issuer, never of one that a token names; null where they cannot be read. `fresh` reads them again. */
  readonly keys: (fresh: boolean) => Promise<JWTVerifyGetKey | null>
}

const clockToleranceSeconds = 60

/**
 * Whether a token is signed by the issuer of the trust and meant for this beacon alone. One that Entra would take as well is
 * refused. What can be told without keys is told first, so that nothing is fetched for it.
 */
export async function verifyToken(token: string, expected: Expected): Promise<Verified> {
  const decoded = decodeToken(token)
  if ('problem' in decoded) return refused('no-token')
  const { header, claims } = decoded
  if (header['alg'] !== 'RS256') return refused('algorithm')
  if (claims['iss'] !== expected.trust.issuer) return refused('other-issuer')
  const audience = audienceProblem(claims['aud'], expected)
  if (audience !== null) return refused(audience)
  try {
    return await verifyWith(token, expected, false)
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error
    return refused(reasonOf(error))
  }
}

/** Keys that were read some minutes ago may lack one that is new. */
async function verifyWith(token: string, expected: Expected, fresh: boolean): Promise<Verified> {
  const keys = await expected.keys(fresh)
  if (keys === null) return refused('issuer-unreadable')
  try {
    return { ok: true, claims: await verify(token, keys, expected) }
  } catch (error) {
    if (fresh || !(error instanceof errors.JWKSNoMatchingKey)) throw error
    return await verifyWith(token, expected, true)
  }
}

async function verify(token: string, keys: JWTVerifyGetKey, { now }: Expected): Promise<JWTPayload> {
  const options = {
    algorithms: ['RS256'],
    requiredClaims: ['exp'],
    clockTolerance: clockToleranceSeconds,
    currentDate: new Date(now),
  }
  try {
    return (await jwtVerify(token, keys, options)).payload
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error
    for await (const key of error) {
      try {
        return (await jwtVerify(token, key, options)).payload
      } catch (each) {
        if (!(each instanceof errors.JWSSignatureVerificationFailed)) throw each
      }
    }
    throw new errors.JWSSignatureVerificationFailed()
  }
}

/** It has to be the beacon's and no other, since any other may open something elsewhere. */
function audienceProblem(aud: unknown, { audience, trust }: Expected): BeaconRefusal | null {
  const list: readonly unknown[] = Array.isArray(aud) ? aud : [aud]
  if (list.length === 1 && list[0] === audience) return null
  return list.some((one) => typeof one === 'string' && isOfAzure(one, trust))
    ? 'audience-of-azure'
    : 'other-audience'
}

function isOfAzure(audience: string, trust: BeaconValues): boolean {
  return trust.audiences.includes(audience) || audience.startsWith('api://AzureADTokenExchange')
}

function reasonOf(error: errors.JOSEError): BeaconRefusal {
  if (error instanceof errors.JWTExpired) return 'token-ended'
  if (error instanceof errors.JWTClaimValidationFailed) {
    return error.claim === 'nbf' || error.claim === 'iat' ? 'token-not-yet' : 'token-ended'
  }
  return 'signature'
}

function refused(reason: BeaconRefusal): Verified {
  return { ok: false, reason }
}
