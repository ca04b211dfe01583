import type { CredentialValues } from '../ports.ts'

/** The values for the audit trail, and nothing else of what carries them. */
export function valuesOf({
  issuer,
  subject,
  audiences,
  description,
  expression,
}: CredentialValues): Record<string, unknown> {
  return {
    issuer,
    subject,
    audiences: [...audiences],
    ...(description !== undefined && { description }),
    ...(expression && { expression }),
  }
}
