import { limits } from '@trustwright/shared-schemas'

export interface DecodedToken {
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
}

/** Why a text is not a token that can be read, and what to do. */
export interface TokenProblem {
  readonly problem: string
}

/**
 * Reads header and claims of a JWT without checking its signature. Anything else answers with a `problem`; it never
 * throws, and its time grows with the length of the text alone. https://www.rfc-editor.org/rfc/rfc7519
 */
export function decodeToken(text: string): DecodedToken | TokenProblem {
  if (text.length > 4 * limits.tokenLength) return { problem: problems.long }
  const token = text
    .trim()
    .replace(/^bearer\s+/i, '')
    .replace(/^["'](.*)["']$/s, '$1')
  if (token === '') return { problem: problems.empty }
  if (token.length > limits.tokenLength) return { problem: problems.long }
  if (/^<|^PHNhbWw|^PD94bWw/.test(token)) return { problem: problems.saml }
  if (/\s/.test(token)) return { problem: problems.spaces }
  const parts = token.split('.')
  if (parts.length === 5) return { problem: problems.encrypted }
  const [head, body, signature] = parts
  if (parts.length !== 3 || !head || !body || !signature) return { problem: partsProblem(parts.length) }
  const header = readObject(head)
  if (header === null) return { problem: problems.header }
  const claims = readObject(body)
  return claims === null ? { problem: problems.body } : { header, claims }
}

const problems = {
  empty: 'There is no token yet. Paste the token that the workload received.',
  long: 'This is longer than any token Azure accepts (16,384 characters). Copy the token alone.',
  saml: 'This is XML or a SAML assertion. Federated credentials need an OpenID Connect token, which starts with eyJ.',
  spaces: 'White space stands inside the token. Copy it whole, on one line.',
  encrypted:
    'This token is encrypted (five parts), so nobody but its receiver can read it. Ask for a signed one.',
  opaque:
    'This is not a JSON Web Token: those have three parts with dots between and start with eyJ. It may be a secret or an access key, which belongs nowhere but in its own system.',
  cut: 'A part of the token is missing: three parts with dots between are needed. Copy it whole.',
  header: 'The first part of the token is not readable. Copy the token whole, from its first eyJ on.',
  body: 'The second part of the token is not readable. Copy the token whole, without line breaks.',
} as const

function partsProblem(count: number): string {
  return count === 1 ? problems.opaque : problems.cut
}

function readObject(part: string): Readonly<Record<string, unknown>> | null {
  if (!/^[A-Za-z0-9_-]+$/.test(part)) return null
  try {
    const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isRecord(value) ? value : null
  } catch {
    // Not base64url, not UTF-8 or not JSON: the caller says so in words.
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
