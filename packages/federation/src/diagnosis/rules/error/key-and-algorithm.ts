import { causeOf } from '../../cause.ts'
import type { CauseCode } from '../../codes.ts'
import { codeWords, type ErrorRule } from '../../error/error-case.ts'

const rsa = 'Give the issuer an RSA key, sign as RS256, and publish it at the jwks_uri.'

/** Codes about key, algorithm and signature of the presented token. */
const facts: Readonly<Record<string, readonly [CauseCode, string, string]>> = {
  '7000272': [
    'key-unknown',
    'Entra does not find the key that signed the token among those that the issuer publishes, or it still holds the older ones.',
    'Check that the key ID is at the issuer’s jwks_uri. After a change of keys fetch a new token, and wait up to an hour.',
  ],
  '700027': [
    'signature-wrong',
    'The signature of the token does not fit the published key: the token was changed or cut, or the issuer signs with another key.',
    'Present a new token, whole. If it recurs, compare the keys at the jwks_uri with those that sign.',
  ],
  '5002730': [
    'keys-not-rsa',
    'The key type does not fit the signing algorithm of the token.',
    `Use a key whose type fits the algorithm. ${rsa}`,
  ],
  '5002738': [
    'algorithm-unsupported',
    'Entra does not take the signing algorithm of the token; only RS256 is promised.',
    rsa,
  ],
  '5002727': [
    'token-type',
    'The header of the token names a type that Entra does not take; JWT is needed.',
    'Present the ID token of the platform, not its access token.',
  ],
}

export const keyAndAlgorithm: ErrorRule = ({ code, failure }) => {
  const [cause, text, fix] = facts[code ?? ''] ?? []
  if (cause === undefined || text === undefined || fix === undefined) return null
  const { algorithm, keyId, issuer } = failure.quoted
  const named = [algorithm, keyId, issuer].filter((value) => value !== undefined)
  return {
    phase: 'exchange',
    causes: [
      causeOf(cause, {
        severity: 'block',
        certainty: 'certain',
        text: `${text} The subject is not at fault.`,
        evidence: `${codeWords(code)}${named.length === 0 ? '' : ` names ${named.join(', ').slice(0, 400)}`}`,
        fix,
      }),
    ],
  }
}
