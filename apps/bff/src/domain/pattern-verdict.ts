import type { TrustParent } from '@trustwright/shared-schemas'
import { PortalError } from '../errors.ts'

export interface Verdict {
  /** Null where the refusal leaves it open. */
  readonly accepted: boolean | null
  /** A sentence without a word of Azure, which repeats values of the request: they are the asking person's alone. */
  readonly finding: string
  /** The same with Azure's words. */
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
    return verdict(error, false, 'Azure asked for a subject instead of a pattern.')
  }
  if (error.code === 'API_VERSION_UNKNOWN') {
    return verdict(error, false, 'Azure does not have the interface that patterns need.')
  }
  if (error.code !== 'EXPRESSION_REFUSED') return null
  if (parentKind === 'application') {
    return verdict(error, true, 'Azure checked a pattern by the rules of its issuer.')
  }
  const open =
    'Azure refused a pattern by the rules of its issuer, as it also does where managed identities take none.'
  return verdict(error, null, open)
}

function verdict(error: PortalError, accepted: boolean | null, finding: string): Verdict {
  return { accepted, finding, evidence: `${finding} ${wordsOf(error)}` }
}

/** Without the values at the end. */
function wordsOf({ extras }: PortalError): string {
  const message = extras.upstream?.message?.split(/\s*paramName:/)[0]
  return message ? `It said: “${message}”` : 'It gave no reason.'
}
