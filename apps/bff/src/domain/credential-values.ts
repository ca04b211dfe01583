import { checkExpression } from '@trustwright/federation'
import { PortalError } from '../errors.ts'
import type { CredentialValues } from '../ports.ts'

/** Values of a request of the contract: a subject or an expression. */
export interface AskedValues {
  readonly issuer: string
  readonly subject?: string | undefined
  readonly expression?: string | undefined
  readonly audiences: readonly string[]
  readonly description?: string | null | undefined
}

/**
 * As Azure is asked to store them. Throws INPUT_REFUSED with the field `expression` where the federation package knows
 * that Azure refuses the expression, or that it would let anybody in.
 */
export function toStorable({
  issuer,
  subject,
  expression,
  audiences,
  description,
}: AskedValues): CredentialValues {
  if (expression !== undefined) demandExpression(issuer, expression)
  return {
    issuer,
    subject: subject ?? null,
    audiences,
    ...(description !== undefined && { description }),
    ...(expression !== undefined && { expression }),
  }
}

function demandExpression(issuer: string, expression: string): void {
  const fields = checkExpression(issuer, expression)
    .filter(({ severity }) => severity === 'block')
    .map(({ text, fix }) => ({ path: 'expression', message: `${text} ${fix}` }))
  if (fields.length > 0) throw new PortalError('INPUT_REFUSED', { fields })
}

/** Throws TRUST_KIND_FIXED where the change would turn a subject into an expression, or back: Azure does neither. */
export function demandSameKind(stored: CredentialValues, wanted: CredentialValues): void {
  const hadExpression = Boolean(stored.expression)
  const hadSubject = stored.subject !== null && stored.subject !== ''
  const wantsExpression = Boolean(wanted.expression)
  if ((hadExpression && !wantsExpression) || (hadSubject && wantsExpression)) {
    throw new PortalError('TRUST_KIND_FIXED')
  }
}
