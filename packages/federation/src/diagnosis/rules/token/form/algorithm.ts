import { type Cause, causeOf } from '../../../cause.ts'
import type { Presented } from '../../../claims/presented.ts'
import type { PublishedKey, TokenContext } from '../../../claims/token-context.ts'
import { textAt } from '../../../../paste/values.ts'

const fix =
  'Let the issuer sign with an RSA key as RS256, and publish that key under the key ID of the token at its jwks_uri.'

/**
 * How the token is signed. Entra documents RS256 alone.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
export function algorithmCauses({ header, source }: Presented, { jwks }: TokenContext): readonly Cause[] {
  if (source === 'log') return []
  const algorithm = textAt(header, 'alg')
  return [...ofAlgorithm(algorithm), ...ofType(header), ...ofKeys(header, algorithm, jwks?.keys)]
}

function ofAlgorithm(algorithm: string | undefined): readonly Cause[] {
  if (algorithm === undefined || algorithm === 'RS256') return []
  const isRsa = /^(?:RS|PS)(?:256|384|512)$/.test(algorithm)
  const name = algorithm.slice(0, 20)
  return [
    causeOf('algorithm-unsupported', {
      severity: isRsa ? 'warn' : 'block',
      certainty: isRsa ? 'possible' : 'certain',
      text: isRsa
        ? `Azure may refuse the token: it is signed with ${name}, and only RS256 is promised.`
        : `Azure does not take the token: it is signed with ${name}, and only RS256 (an RSA key) is promised.`,
      evidence: `Header: alg ${name}`,
      fix,
    }),
  ]
}

/** Entra’s own message names the two types that it takes (AADSTS5002727). */
function ofType(header: Presented['header']): readonly Cause[] {
  const type = textAt(header, 'typ')
  if (type === undefined || /^(?:jwt|http:\/\/openid\.net\/specs\/jwt\/1\.0)$/i.test(type)) return []
  return [
    causeOf('token-type', {
      severity: 'warn',
      certainty: 'likely',
      text: `Azure likely refuses the token: its header names the type ${type.slice(0, 40)}, and JWT is needed.`,
      evidence: `Header: typ ${type.slice(0, 40)}`,
      fix: 'Present the ID token of the platform, not its access token.',
    }),
  ]
}

function ofKeys(
  header: Presented['header'],
  algorithm: string | undefined,
  keys: readonly PublishedKey[] | undefined,
): readonly Cause[] {
  if (keys === undefined) return []
  const id = textAt(header, 'kid')
  const ids = keys.map(({ kid }) => kid ?? 'unnamed').slice(0, 5)
  if (id === undefined) {
    return [
      causeOf('key-unnamed', {
        severity: 'warn',
        certainty: 'possible',
        text: 'Azure may not find the key of this token: its header has no key ID (kid).',
        evidence: `Published key IDs: ${ids.join(', ') || 'none'}`,
        fix: 'Have the issuer put the key ID into the header of its tokens.',
      }),
    ]
  }
  const key = keys.find(({ kid }) => kid === id)
  if (key === undefined) {
    return [
      causeOf('key-unknown', {
        severity: 'block',
        certainty: 'certain',
        text: 'Azure cannot check the token: the key that signed it is not among those that the issuer publishes.',
        evidence: `Header: kid ${id.slice(0, 100)}. Published key IDs: ${ids.join(', ') || 'none'}`,
        fix: 'Publish the signing key at the jwks_uri of the issuer; after a key change fetch a new token. Azure may hold the older keys for up to an hour.',
      }),
    ]
  }
  const isRsa = /^(?:RS|PS)/.test(algorithm ?? 'RS256')
  if (key.kty === undefined || (key.kty === 'RSA') === isRsa) return []
  return [
    causeOf('keys-not-rsa', {
      severity: 'block',
      certainty: 'certain',
      text: `Azure does not take the token: the key type ${key.kty} does not fit the signing algorithm ${algorithm ?? 'RS256'}.`,
      evidence: `Key ${id.slice(0, 100)}: kty ${key.kty}, alg ${key.alg ?? 'not said'}`,
      fix,
    }),
  ]
}
