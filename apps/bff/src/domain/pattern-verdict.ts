import type { TrustParent } from '@trustwright/shared-schemas'
import { PortalError } from '../errors.ts'

export interface Verdict {
  /** Null where the refusal leaves it open. */
  readonly accepted: boolean | null
  readonly evidence: string
}

/**
 * What a refused write tells about patterns; null where it tells nothing. The rules answer for applications only where
 * patterns are on. For managed identities they were seen to refuse every pattern of a tenant without support in the same
 * words (2026): they leave it open.
 */
export function verdictOf(error: unknown, parentKind: TrustParent['kind']): Verdict | null {
  if (!(error instanceof PortalError)) return null
  if (error.code === 'EXPRESSION_NOT_SUPPORTED') {
    return { accepted: false, evidence: `Azure asked for a subject instead of a pattern. ${wordsOf(error)}` }
  }
  if (error.code === 'API_VERSION_UNKNOWN') {
    const evidence = `Azure does not have the interface that patterns need. ${wordsOf(error)}`
    return { accepted: false, evidence }
  }
  if (error.code !== 'EXPRESSION_REFUSED') return null
  if (parentKind === 'application') {
    return {
      accepted: true,
      evidence: `Azure checked a pattern by the rules of its issuer. ${wordsOf(error)}`,
    }
  }
  const evidence = `Azure refused a pattern by the rules of its issuer, as it also does where managed identities take none. ${wordsOf(error)}`
  return { accepted: null, evidence }
}

/** Without the values of the request, which Azure repeats at the end: they may be another person's. */
export function wordsOf({ extras }: PortalError): string {
  const message = extras.upstream?.message?.split(/\s*paramName:/)[0]
  return message ? `It said: “${message}”` : 'It gave no reason.'
}
