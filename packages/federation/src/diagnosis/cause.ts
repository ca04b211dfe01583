import type { Severity } from '../model/warning.ts'
import { type CauseCode, causeFacts } from './codes.ts'

/** What kind of mistake a cause is. */
export const causeFamilies = [
  'issuer',
  'subject_case',
  'subject_entity',
  'wildcard',
  'subject_format',
  'kubernetes_subject',
  'generated_subject',
  'audience',
  'issuer_unreachable',
  'time',
  'propagation',
  'tenant_policy',
  'wrong_identity',
  'plumbing',
  'write_failure',
  'authorization',
] as const
export type CauseFamily = (typeof causeFamilies)[number]

/** `certain`: nothing else explains it; `likely`: the usual reason; `possible`: one of several. */
export type CauseCertainty = 'certain' | 'likely' | 'possible'

/** The stored value that a cause is about. */
export type CauseField = 'name' | 'issuer' | 'subject' | 'expression' | 'audience'

/** What a button can do about it. */
export type CauseAction =
  | { readonly kind: 'set'; readonly field: CauseField; readonly value: string }
  | { readonly kind: 'create'; readonly issuer: string; readonly subject: string; readonly audience: string }
  | { readonly kind: 'recreate'; readonly name: string }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'run'; readonly command: string }

/** Two spellings of one claim, cut where they differ: the texts of each side in a row are the whole claim. */
export interface ClaimAlignment {
  readonly claim: 'issuer' | 'subject' | 'audience'
  readonly trust: string
  readonly token: string
  readonly parts: readonly {
    readonly trust: string
    readonly token: string
    readonly kind: 'same' | 'case' | 'other'
  }[]
}

/** One reason why a trust fails, or would. */
export interface Cause {
  readonly family: CauseFamily
  readonly code: CauseCode
  readonly severity: Severity
  readonly certainty: CauseCertainty
  /** The effect first, then why. */
  readonly text: string
  /** What was seen that says so, in the values' own letters. */
  readonly evidence: string
  /** The one thing to do. */
  readonly fix: string
  readonly field?: CauseField
  readonly action?: CauseAction
  readonly alignments?: readonly ClaimAlignment[]
}

/** Best first: the cause to put right before the others. Empty when nothing speaks against it. */
export interface Diagnosis {
  readonly causes: readonly Cause[]
}

/** A cause of a code; its family is the code's. */
export function causeOf(code: CauseCode, rest: Omit<Cause, 'code' | 'family'>): Cause {
  return { family: causeFacts[code].family, code, ...rest }
}
