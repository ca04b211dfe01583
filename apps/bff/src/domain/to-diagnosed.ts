import type { DiagnosedTrust } from '@trustwright/federation'

interface Stored {
  readonly name?: string | undefined
  readonly issuer?: string | undefined
  readonly subject?: string | null | undefined
  readonly expression?: string | null | undefined
  readonly audiences?: readonly string[] | undefined
}

/** A stored or wanted trust as the engine of the federation package reads it. */
export function toDiagnosed({ name, issuer, subject, expression, audiences }: Stored): DiagnosedTrust {
  return {
    ...(name !== undefined && { name }),
    ...(issuer !== undefined && { issuer }),
    ...(subject !== undefined && { subject }),
    ...(expression && { claimsMatchingExpression: expression }),
    ...(audiences !== undefined && { audiences }),
  }
}
