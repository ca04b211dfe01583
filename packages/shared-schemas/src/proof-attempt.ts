import * as z from 'zod'
import { ProofRequest, Proof } from './proof.ts'
import { TrustRef } from './trust-ref.ts'

/** A token is sent once; the portal holds it in memory until the last try. */
export const ProofAttemptRequest = z.strictObject({ ...TrustRef.shape, ...ProofRequest.shape })
export type ProofAttemptRequest = z.infer<typeof ProofAttemptRequest>

/** Why there is no further try. */
export const AttemptEnd = z.enum([
  'accepted',
  /** Waiting does not mend this refusal. */
  'refused',
  'token-ends',
  'ten-minutes',
  'failed',
])
export type AttemptEnd = z.infer<typeof AttemptEnd>

/** What went wrong on the way, in the place of an answer of Entra. */
export const AttemptProblem = z.strictObject({ code: z.string(), detail: z.string(), nextStep: z.string() })
export type AttemptProblem = z.infer<typeof AttemptProblem>

/** One event of a stream of tries. `tries` counts those that ended. */
export const ProofAttempt = z.strictObject({
  state: z.enum(['trying', 'waiting', 'ended']),
  tries: z.int(),
  /** When the next try begins; only while waiting. */
  nextAt: z.iso.datetime().nullable(),
  /** When there will be no further try. */
  until: z.iso.datetime(),
  /** The last answer of Entra, or the last problem on the way to it. */
  proof: Proof.nullable(),
  problem: AttemptProblem.nullable(),
  end: AttemptEnd.nullable(),
})
export type ProofAttempt = z.infer<typeof ProofAttempt>
