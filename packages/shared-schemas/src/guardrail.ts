import * as z from 'zod'

/** A rule of the portal that refuses a trust or a role. */
export const GuardrailRefusal = z.strictObject({
  policyId: z.string(),
  title: z.string(),
  /** What in it is refused, without a full stop. */
  why: z.string(),
  /** What would be allowed, without a full stop. */
  fix: z.string(),
  /** Whom to ask about an exception; null where the rule names nobody. */
  contact: z.string().nullable(),
})
export type GuardrailRefusal = z.infer<typeof GuardrailRefusal>
