import { createHash } from 'node:crypto'
import type { CredentialValues } from '../ports.ts'

/** SHA-256, base64url, of the canonical JSON of issuer, subject and audiences: changes when any of them does. */
export function fingerprintOf({ issuer, subject, audiences }: CredentialValues): string {
  return createHash('sha256')
    .update(JSON.stringify([issuer, subject, audiences]))
    .digest('base64url')
}

export function sameValues(one: CredentialValues, other: CredentialValues): boolean {
  return fingerprintOf(one) === fingerprintOf(other)
}
