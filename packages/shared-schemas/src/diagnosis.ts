import * as z from 'zod'
import { DiagnosedCause } from './cause.ts'
import { limits } from './limits.ts'
import { TrustParent } from './trust-parent.ts'

const text = z.string().max(4 * limits.textLength)

/** The claims of a workload's token, never the token. */
export const PresentedClaims = z.strictObject({
  iss: text,
  sub: text,
  aud: z.union([text, z.array(text).max(10)]),
})
export type PresentedClaims = z.infer<typeof PresentedClaims>

/** The text of a failure, the claims of a token, or both. Neither may hold a token. */
export const DiagnosisRequest = z
  .strictObject({
    errorText: z.string().max(20_000).optional(),
    claims: PresentedClaims.optional(),
    /** Whose trusts are compared: left out, those of the person's newest inventory. */
    parent: TrustParent.optional(),
  })
  .refine(({ errorText, claims }) => errorText !== undefined || claims !== undefined, {
    error: 'Send errorText, claims, or both.',
  })
export type DiagnosisRequest = z.infer<typeof DiagnosisRequest>

/** Which trusts the answer rests on. */
const ComparedWith = z.strictObject({
  trusts: z.int(),
  /** When they were read from Azure; null where none were. */
  readAt: z.iso.datetime().nullable(),
  /** Why there were none, or not all; null otherwise. */
  missing: z.string().nullable(),
})

export const DiagnosisAnswer = z.strictObject({
  causes: z.array(DiagnosedCause),
  comparedWith: ComparedWith,
})
export type DiagnosisAnswer = z.infer<typeof DiagnosisAnswer>

export const TrustLookup = z.strictObject({ issuer: text, subject: text, audience: text.optional() })
export type TrustLookup = z.infer<typeof TrustLookup>

/** A trust of the tenant beside what was looked for. `near`: no exchange would match it. */
export const FoundTrust = z.strictObject({
  match: z.enum(['exact', 'near']),
  differs: z.array(z.enum(['issuer', 'subject', 'audience'])),
  parent: TrustParent,
  /** Of an application; null for a managed identity, whose name is in `parent`. */
  applicationName: z.string().nullable(),
  name: z.string(),
  issuer: z.string(),
  subject: z.string().nullable(),
  expression: z.string().nullable(),
  audiences: z.array(z.string()),
})
export type FoundTrust = z.infer<typeof FoundTrust>

export const LookupAnswer = z.strictObject({
  /** Exact ones first, then the nearest; at most 20. */
  found: z.array(FoundTrust),
  comparedWith: ComparedWith,
})
export type LookupAnswer = z.infer<typeof LookupAnswer>
