import { createHash } from 'node:crypto'
import type { CredentialValues } from '../ports.ts'

/**
 * SHA-256, base64url, of the canonical JSON of issuer, subject, audiences and, where there is one, expression: changes when
 * any of them does. A description decides nothing, so it does not count.
 */
export function fingerprintOf({ issuer, subject, audiences, expression }: CredentialValues): string {
  return createHash('sha256')
    .update(JSON.stringify([issuer, subject, audiences, ...(expression ? [expression] : [])]))
    .digest('base64url')
}

export function sameValues(one: CredentialValues, other: CredentialValues): boolean {
  return fingerprintOf(one) === fingerprintOf(other)
}

/** True where the values name no description, or the stored one. Graph keeps an empty one as none. */
export function keepsDescription(stored: CredentialValues, { description }: CredentialValues): boolean {
  return description === undefined || (description || null) === (stored.description || null)
}
