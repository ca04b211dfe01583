import type { CredentialValues } from '../../ports.ts'

/** The three values for the audit trail, and nothing else of what carries them. */
export function valuesOf({ issuer, subject, audiences }: CredentialValues): Record<string, unknown> {
  return { issuer, subject, audiences: [...audiences] }
}
