import * as z from 'zod'

const CauseField = z.enum(['name', 'issuer', 'subject', 'expression', 'audience'])

/** What a button can do about a cause. */
export const CauseAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set'), field: CauseField, value: z.string() }),
  z.strictObject({
    kind: z.literal('create'),
    issuer: z.string(),
    subject: z.string(),
    audience: z.string(),
  }),
  z.strictObject({ kind: z.literal('recreate'), name: z.string() }),
  z.strictObject({ kind: z.literal('wait'), seconds: z.number() }),
  z.strictObject({ kind: z.literal('run'), command: z.string() }),
])

const ClaimAlignment = z.strictObject({
  claim: z.enum(['issuer', 'subject', 'audience']),
  trust: z.string(),
  token: z.string(),
  parts: z.array(
    z.strictObject({ trust: z.string(), token: z.string(), kind: z.enum(['same', 'case', 'other']) }),
  ),
})

/** One reason why a trust fails, or would. Families and codes: `docs/diagnosis.md`. */
export const DiagnosedCause = z.strictObject({
  family: z.string(),
  code: z.string(),
  severity: z.enum(['block', 'warn', 'info']),
  certainty: z.enum(['certain', 'likely', 'possible']),
  /** The effect first, then why. */
  text: z.string(),
  evidence: z.string(),
  fix: z.string(),
  field: CauseField.optional(),
  action: CauseAction.optional(),
  alignments: z.array(ClaimAlignment).optional(),
})
export type DiagnosedCause = z.infer<typeof DiagnosedCause>

/**
 * Codes of causes that the person read and wants to store against. Without them a trust that is certain never to work is
 * refused (TRUST_WOULD_FAIL).
 */
export const AcceptedRisks = z
  .array(z.string().regex(/^[a-z][a-z-]{1,60}$/, 'A code of a cause, such as subject-case.'))
  .max(40)
