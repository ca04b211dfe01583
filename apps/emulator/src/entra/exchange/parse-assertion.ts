import { decodeJwt, decodeProtectedHeader } from 'jose'
import { z } from 'zod'
import { invalidRequest } from '../core/refusal.ts'

export interface Assertion {
  kid: string
  issuer: string
  subject: string
  audiences: string[]
  /** Milliseconds since 1970: `nbf`, or `iat` where there is none. */
  validFrom: number
  expiresAt: number
  /** Everything the token says: expressions are evaluated over it. */
  claims: Readonly<Record<string, unknown>>
}

const typeNames = ['JWT', 'http://openid.net/specs/jwt/1.0']
const seconds = z.number().min(-8.64e12).max(8.64e12)
const payload = z.looseObject({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string()).min(1)]),
  exp: seconds,
  nbf: seconds.optional(),
  iat: seconds.optional(),
})

/** Reads an outside token before anything of it is trusted. */
export function parseAssertion(token: string): Assertion {
  const { header, claims } = decode(token)
  if (header.typ !== undefined && !typeNames.includes(header.typ)) {
    throw invalidRequest(
      5002727,
      "Invalid JWT header type specified, must be 'JWT' or 'http://openid.net/specs/jwt/1.0'.",
    )
  }
  if (header.alg !== 'RS256') {
    throw invalidRequest(
      5002738,
      `Invalid JWT token. '${header.alg}' is not a supported signature algorithm. Supported signing algorithms are: 'RS256'.`,
    )
  }
  const parsed = payload.safeParse(claims)
  if (!parsed.success) throw malformed()
  const { iss, sub, aud, exp, nbf, iat } = parsed.data
  return {
    kid: header.kid ?? header.x5t ?? '',
    issuer: iss,
    subject: sub,
    audiences: typeof aud === 'string' ? [aud] : aud,
    validFrom: (nbf ?? iat ?? 0) * 1000,
    expiresAt: exp * 1000,
    claims: parsed.data,
  }
}

const headerFields = z.object({
  typ: z.string().optional(),
  alg: z.string(),
  kid: z.string().optional(),
  x5t: z.string().optional(),
})

function decode(token: string) {
  try {
    return { header: headerFields.parse(decodeProtectedHeader(token)), claims: decodeJwt(token) }
  } catch {
    throw malformed()
  }
}

function malformed() {
  return invalidRequest(50027, 'JWT token is invalid or malformed.')
}
