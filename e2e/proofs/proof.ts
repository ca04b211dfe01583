import type { FieldValues, PresetId } from '@trustwright/federation'
import type * as fc from 'fast-check'
import type { Claims } from './azure.ts'

/** Inputs of the emulator's minting, in the words of the outside platform. */
export type Job = Readonly<Record<string, unknown>>

export interface ProofCase {
  /** What a person types into the preset's form; a function where the form takes values copied from a token. */
  fields: FieldValues | ((claims: Claims) => FieldValues)
  /** Jobs that the form's trusts let in: one for each trust. */
  jobs: readonly Job[]
  /** A job that is almost the same, and what Entra says to it. */
  nearMiss: { job: Job; refusal: string }
  /** An audience that the person chose instead of the proposed one. */
  audience?: string
}

/** One platform in one of its variants: how the emulator's inputs and the preset's fields say the same. */
export interface Proof {
  /** Id of the platform in the emulator's catalogue. */
  platform: string
  preset: PresetId
  variant: string
  cases: fc.Arbitrary<ProofCase>
  /** The preset warns of this with `block`: the trust works once, and the form would not store it. */
  blockedBy?: string
}

/** Another value of the same field: the subject differs. */
export const otherSubject = 'AADSTS700213'
/** Only the capitals differ. */
export const otherCase = 'AADSTS7002138'
/** The same, where Microsoft's own callers sign in with a token of Entra. */
export const otherCaller = 'AADSTS7002137'
export const otherIssuer = 'AADSTS700211'
export const otherAudience = 'AADSTS700212'

/** The job with one field in other capitals where it has letters, else with `other` in that field. */
export function nearMissOf(job: Job, field: string, other: string): ProofCase['nearMiss'] {
  const value = job[field]
  const swapped = typeof value === 'string' ? swapCase(value) : value
  if (swapped === value) return { job: { ...job, [field]: other }, refusal: otherSubject }
  return { job: { ...job, [field]: swapped }, refusal: otherCase }
}

/** ASCII letters alone: other scripts do not all come back from their capitals. */
function swapCase(text: string): string {
  return text.replaceAll(/[a-z]/gi, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  )
}
