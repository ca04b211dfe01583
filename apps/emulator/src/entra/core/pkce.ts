import { createHash } from 'node:crypto'
import type { AuthorizationCode } from '../../kernel/entities/sign-ins.ts'
import { invalidGrant, invalidRequest, missingParameter } from './refusal.ts'

export type CodeChallenge = Pick<AuthorizationCode, 'codeChallenge' | 'challengeMethod'>

/**
 * Reads the challenge of an authorize request; without a method it is plain text.
 * https://www.rfc-editor.org/rfc/rfc7636#section-4.2
 */
export function readChallenge(query: URLSearchParams): CodeChallenge {
  const codeChallenge = query.get('code_challenge')
  if (codeChallenge === null) return { codeChallenge }
  const method = query.get('code_challenge_method') ?? 'plain'
  if (method !== 'S256' && method !== 'plain') {
    throw invalidRequest(9002313, 'Invalid request. Request is malformed or invalid.')
  }
  const fits = method === 'S256' ? /^[\w-]{43}$/ : /^[\w.~-]{43,128}$/
  if (!fits.test(codeChallenge)) throw invalidRequest(501491, 'Invalid size of Code_Challenge parameter.')
  return { codeChallenge, ...(method === 'plain' ? { challengeMethod: method } : {}) }
}

/** https://www.rfc-editor.org/rfc/rfc7636#section-4.6 */
export function checkVerifier(
  { codeChallenge, challengeMethod }: CodeChallenge,
  verifier: string | null,
): void {
  if (codeChallenge === null) return
  if (!verifier) throw missingParameter('code_verifier')
  const proof =
    challengeMethod === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url')
  if (proof === codeChallenge) return
  throw invalidGrant(
    501481,
    'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  )
}
