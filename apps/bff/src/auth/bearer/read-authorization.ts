import type { IncomingMessage } from 'node:http'
import { TokenRefused } from './token-refused.ts'

export type RequestHeaders = Pick<IncomingMessage, 'headers' | 'rawHeaders'>

/** Entra's tokens stay well below; a longer one is not even hashed. */
const longestToken = 12 * 1024

/**
 * The access token of a request. The scheme's name is in any case (RFC 9110 §11.1). One space follows it and then the token alone: what
 * RFC 6750 §2.1 allows beyond that, no client sends. Throws TokenRefused.
 */
export function readAuthorization({ headers, rawHeaders }: RequestHeaders): string {
  const names = rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === 'authorization')
  // Node takes the first of several, others take the last.
  if (names.length > 1) throw new TokenRefused('two Authorization headers')
  const value = headers.authorization ?? ''
  if (value.length > longestToken) throw new TokenRefused('too long')
  const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(value) ?? []
  if (token === undefined) throw new TokenRefused('no bearer token')
  return token
}
