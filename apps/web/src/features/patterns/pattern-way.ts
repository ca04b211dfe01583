import { expressionIssuerOf } from '@trustwright/federation'
import type { PatternFormValues } from './pattern-form.ts'
import { issuerOf } from './pattern-issuers.ts'

export interface PatternWay {
  /** One flexible credential, or exact trusts in its place. */
  readonly way: 'pattern' | 'list'
  /** Why there is no choice; null where a person may choose. */
  readonly because: 'issuer' | 'tenant' | null
}

/** What the form will store. `accepted`: what is known of the tenant, null while nothing is. */
export function wayOf(values: PatternFormValues, accepted: boolean | null): PatternWay {
  const issuer = issuerOf(values)
  if (issuer !== '' && expressionIssuerOf(issuer) === null) return { way: 'list', because: 'issuer' }
  if (accepted === false) return { way: 'list', because: 'tenant' }
  return { way: values.way, because: null }
}
