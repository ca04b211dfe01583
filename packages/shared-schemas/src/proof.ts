import * as z from 'zod'
import { limits } from './limits.ts'

/** A token as the workload would present it. Used once for the exchange, never stored, never logged. */
export const ProofRequest = z.strictObject({
  token: z
    .string()
    .min(1, 'Paste the token that the workload received.')
    .max(limits.tokenLength, 'This is longer than any token Azure accepts (16,384 characters).')
    .regex(
      /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/,
      'A token has three parts of letters, digits, - and _ with dots between. Paste the whole token, without quotes or line breaks.',
    ),
})
export type ProofRequest = z.infer<typeof ProofRequest>

/** Entra accepted the token. `provesThisTrust` is false when another trust of the same identity matched it. */
export const AcceptedProof = z.strictObject({
  outcome: z.literal('accepted'),
  at: z.iso.datetime(),
  provesThisTrust: z.boolean(),
  matchedTrustName: z.string().nullable(),
  became: z.strictObject({
    /** Of an application: its display name. */
    identityName: z.string(),
    /** Of an application: its application ID. */
    clientId: z.string(),
    /** Object ID of the service principal; null where Graph does not show it yet. */
    principalId: z.string().nullable(),
    tenantId: z.string(),
  }),
  accessEndsAt: z.iso.datetime(),
})

/** Entra refused the token: its own words, and ours. */
export const RefusedProof = z.strictObject({
  outcome: z.literal('refused'),
  at: z.iso.datetime(),
  error: z.strictObject({
    /** `AADSTS700213`, where Entra gave one. */
    code: z.string().nullable(),
    message: z.string(),
    explanation: z.string(),
    nextStep: z.string(),
    /** True when the same token may work in a few minutes, since Azure spreads changes slowly. */
    mayStillSpread: z.boolean(),
    traceId: z.string().nullable(),
    correlationId: z.string().nullable(),
    timestamp: z.string().nullable(),
  }),
})

export const Proof = z.discriminatedUnion('outcome', [AcceptedProof, RefusedProof])
export type Proof = z.infer<typeof Proof>
