import type { CauseFamily } from './cause.ts'
import { audienceCodes } from './codes/audience-codes.ts'
import { exchangeCodes } from './codes/exchange-codes.ts'
import { issuerCodes } from './codes/issuer-codes.ts'
import { subjectCodes } from './codes/subject-codes.ts'
import { tokenCodes } from './codes/token-codes.ts'
import { writeCodes } from './codes/write-codes.ts'

/** What a code stands for, wherever it is shown. */
export interface CauseFact {
  readonly family: CauseFamily
  readonly means: string
  /** What must not be concluded from it. */
  readonly doesNotProve?: string
}

/** Every code of a diagnosis. The list is closed: a rule that needs another one adds it here, with its meaning. */
export const causeFacts = {
  ...issuerCodes,
  ...subjectCodes,
  ...audienceCodes,
  ...exchangeCodes,
  ...tokenCodes,
  ...writeCodes,
} as const satisfies Readonly<Record<string, CauseFact>>

export type CauseCode = keyof typeof causeFacts

// The record's own keys.
export const causeCodes = Object.keys(causeFacts) as readonly CauseCode[]
