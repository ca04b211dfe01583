import { defaultAudience } from '../model/cloud.ts'
import { decodeToken } from '../tokens/decode-token.ts'
import { nothing, recogniseClaims, wordsOf } from './build-reading.ts'
import type { PasteContext } from './paste-context.ts'
import type { NothingReading, TokenReading } from './paste-reading.ts'
import { hideSecrets } from './secrets.ts'
import { isValues, textAt, textsOf, valueAt, type Values } from './values.ts'

/** A token's claims. The token itself goes no further; neither does one that stands inside a claim. */
export function readToken(token: string, context: PasteContext): TokenReading | NothingReading {
  const decoded = decodeToken(token)
  if ('problem' in decoded) {
    const { problem } = decoded
    const at = problem.indexOf('. ') + 1
    return nothing(
      at > 0 ? problem.slice(0, at) : problem,
      at > 0 ? problem.slice(at + 1) : 'Paste another one.',
    )
  }
  return ofClaims(decoded.header, decoded.claims, context)
}

/** Claims without their token, as jwt.io and `jq` print them. */
export function readClaims(value: unknown, context: PasteContext): TokenReading | null {
  if (!isValues(value)) return null
  if (isValues(value['payload']) && typeof value['payload']['iss'] === 'string') {
    return ofClaims(isValues(value['header']) ? value['header'] : {}, value['payload'], context)
  }
  return typeof value['iss'] === 'string' && (value['sub'] !== undefined || value['aud'] !== undefined)
    ? ofClaims({}, value, context)
    : null
}

function ofClaims(header: Values, claims: Values, context: PasteContext): TokenReading {
  const audiences = textsOf(claims['aud'])
  const recognised = recogniseClaims(textAt(claims, 'iss'), textAt(claims, 'sub'), audiences, context.cloud)
  return {
    kind: 'token',
    header: withoutSecrets(header, 0),
    claims: withoutSecrets(claims, 0),
    warnings: [...headerWarnings(header), ...claimWarnings(claims, audiences, context)],
    ...(recognised === null ? {} : { presetId: recognised.presetId, fields: recognised.fields }),
    understood: recognised === null ? 'Token' : `Token of ${wordsOf(recognised)}`,
    notes: [],
  }
}

/** Entra documents RS256 alone. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
function headerWarnings(header: Values): readonly string[] {
  const algorithm = valueAt(header, 'alg')
  if (typeof algorithm !== 'string' || algorithm === 'RS256') return []
  return [
    algorithm.length > 10
      ? 'The token is signed in an unknown way. Azure promises RS256 only.'
      : `The token is signed with ${algorithm}. Azure promises RS256 only: let the platform sign with an RSA key.`,
  ]
}

function claimWarnings(
  claims: Values,
  audiences: readonly string[],
  { cloud }: PasteContext,
): readonly string[] {
  const warnings: string[] = []
  if (textAt(claims, 'iss') === undefined)
    warnings.push('The token has no issuer (iss), so no trust can match it.')
  if (textAt(claims, 'sub') === undefined)
    warnings.push('The token has no subject (sub), so only an expression could match it.')
  if (audiences.length === 0) warnings.push('The token has no audience (aud), so no trust can match it.')
  else if (!audiences.includes(defaultAudience(cloud))) {
    warnings.push(
      `The token is for ${audiences.join(', ').slice(0, 200)}, not for ${defaultAudience(cloud)}. Store its audience, or ask for that one.`,
    )
  }
  if (isPersonOrAccessToken(claims)) {
    warnings.push(
      'Entra issued this token for an API or a person. Azure takes the token of the outside platform instead.',
    )
  }
  return warnings
}

/** Scopes, roles and user names stand in access and ID tokens of Entra, not in assertions for a trust. */
function isPersonOrAccessToken(claims: Values): boolean {
  const issuer = textAt(claims, 'iss') ?? ''
  const isEntra = /^https:\/\/(?:login\.microsoftonline|sts\.windows)\./.test(issuer)
  return isEntra && ['scp', 'upn', 'unique_name', 'preferred_username', 'roles'].some((key) => key in claims)
}

/** At most ten levels: no claim is deeper. */
function withoutSecrets(values: Values, depth: number): Values {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [hidden(key), hide(value, depth)]))
}

function hide(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return hidden(value)
  if (depth > 10) return null
  if (Array.isArray(value)) return value.map((item) => hide(item, depth + 1))
  return isValues(value) ? withoutSecrets(value, depth + 1) : value
}

function hidden(text: string): string {
  return hideSecrets(text).text
}
