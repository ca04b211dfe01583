import type { CauseCertainty } from '../../cause.ts'
import type { CauseCode } from '../../codes.ts'
import type { Phase } from '../../../tokens/further-facts.ts'

/** A sentence of a tool that names its failure without a code. */
export interface Phrase {
  /** Looked for in the text on one line. */
  readonly pattern: RegExp
  readonly code: CauseCode
  readonly phase: Phase
  readonly text: string
  readonly fix: string
  /** Default `certain`. */
  readonly certainty?: CauseCertainty
}
