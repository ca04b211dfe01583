import * as z from 'zod'
import { DiagnosedCause } from './cause.ts'
import { GuardrailRefusal } from './guardrail.ts'
import { limits } from './limits.ts'
import { TrustParent } from './trust-parent.ts'

/** Longer than Azure takes, so that too long a value is told as a cause. */
const text = z.string().max(4 * limits.textLength)

/** A trust that is not stored yet, whatever it holds. */
export const CheckedDraft = z.strictObject({
  name: text.optional(),
  issuer: text.optional(),
  subject: text.nullable().optional(),
  expression: z.string().max(limits.expressionLength).nullable().optional(),
  audiences: z.array(text).max(10).optional(),
})
export type CheckedDraft = z.infer<typeof CheckedDraft>

/** Of a deletion only the name counts. */
export const PreflightRequest = z.strictObject({
  operation: z.enum(['create', 'change', 'delete']),
  parent: TrustParent,
  draft: CheckedDraft,
})
export type PreflightRequest = z.infer<typeof PreflightRequest>

/** Trusts that one form would store on one parent, in this order. */
export const SeveralPreflightRequest = z.strictObject({
  parent: TrustParent,
  drafts: z
    .array(CheckedDraft)
    .min(1)
    .max(2 * limits.trustsPerIdentity),
})
export type SeveralPreflightRequest = z.infer<typeof SeveralPreflightRequest>

export const PreflightFact = z.enum([
  'trusts',
  'permissions',
  'region',
  'policies',
  'locks',
  'writers',
  'other-identities',
  /** The repository of the subject, at GitHub. */
  'github',
])
export type PreflightFact = z.infer<typeof PreflightFact>

/** What stands in the way of a write, best first; and what could not be found out, which is never taken for good. */
export const Preflight = z.strictObject({
  causes: z.array(DiagnosedCause),
  /** Rules of the portal that refuse it to the person. */
  guardrails: z.array(GuardrailRefusal),
  checked: z.array(PreflightFact),
  unknown: z.array(z.strictObject({ what: PreflightFact, why: z.string() })),
  /** When the trusts of other identities were read; null where they are unknown or do not count. */
  othersReadAt: z.iso.datetime().nullable(),
})
export type Preflight = z.infer<typeof Preflight>

/** The same for several trusts. What holds for each of them is said once, in `causes`. */
export const SeveralPreflight = z.strictObject({
  ...Preflight.omit({ guardrails: true }).shape,
  /** In the order of the request: what each would meet after those before it were stored. */
  drafts: z.array(z.strictObject({ causes: z.array(DiagnosedCause), guardrails: z.array(GuardrailRefusal) })),
})
export type SeveralPreflight = z.infer<typeof SeveralPreflight>
