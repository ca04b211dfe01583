import type { ErrorCode } from '@trustwright/shared-schemas'

/** What an error of Azure becomes. Texts are given only where they say more than the code's general ones. */
export interface ErrorRule {
  /** Codes of the service; case does not matter. Left out where the code is not published: the message alone tells. */
  readonly codes?: readonly string[]
  /** Where it is given, Azure's message has to match too. */
  readonly text?: RegExp
  readonly becomes: ErrorCode
  readonly detail?: string
  readonly nextStep?: string
}
