import * as z from 'zod'
import { ProofStep } from './proof-step.ts'

/** A sign-in of Entra's log that names the credential. */
export const SignInRecord = z.strictObject({
  at: z.iso.datetime(),
  succeeded: z.boolean(),
  /** The number behind `AADSTS` where it failed. */
  errorCode: z.int(),
  ipAddress: z.string(),
  resource: z.string(),
  correlationId: z.string(),
})
export type SignInRecord = z.infer<typeof SignInRecord>

/** What the log says of one trust. Nothing in it says nothing against a trust: rows come minutes late and go after days. */
export const SignInsOfTrust = z.strictObject({
  /** Newest first; at most 20. */
  records: z.array(SignInRecord),
  /** How far back was looked. */
  since: z.iso.datetime(),
  /** False where the identity signed in more often than was read. */
  complete: z.boolean(),
  /** What the trust is seen by now; null where no successful row names it. */
  seen: ProofStep.nullable(),
})
export type SignInsOfTrust = z.infer<typeof SignInsOfTrust>
