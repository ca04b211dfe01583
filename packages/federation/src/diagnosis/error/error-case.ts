import type { Cause } from '../cause.ts'
import type { KnownTrust, TokenContext } from '../claims/token-context.ts'
import type { Phase } from '../../tokens/further-facts.ts'
import type { ComparedTrust } from '../judge-presented.ts'
import type { Failure } from './read-failure.ts'

export interface ErrorContext extends TokenContext {
  readonly azureCliVersion?: string
  readonly plannedWrites?: number
}

/** One code of a failure, or none, beside the trusts of the identity; null when these are not known. */
export interface ErrorCase {
  readonly failure: Failure
  readonly code: string | null
  readonly trusts: readonly KnownTrust[] | null
  readonly context: ErrorContext
}

/** What a rule found, and where the failure happened. */
export interface Explained {
  readonly phase: Phase
  readonly causes: readonly Cause[]
  /** Where the rule compared the trusts: at most three, most alike first. */
  readonly nearest?: readonly ComparedTrust[]
}

export type ErrorRule = (found: ErrorCase) => Explained | null

/** `AADSTS700213` as evidence starts with it. */
export function codeWords(code: string | null): string {
  return code === null ? 'The message says so' : `AADSTS${code}`
}
