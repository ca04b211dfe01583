import * as z from 'zod'
import { FindingRuleIdSchema, FindingSeveritySchema } from './finding.ts'
import { ReviewPerson, reviewLimits } from './review.ts'
import { TrustParent } from './trust-parent.ts'

export const ReviewDecision = z.enum(['keep', 'remove', 'skip'])
export type ReviewDecision = z.infer<typeof ReviewDecision>

/** `gone`: it was not there any more. `changed`: it is not what was decided about, so it was left alone. */
export const ReviewOutcome = z.enum([
  'pending',
  'running',
  'waiting',
  'done',
  'gone',
  'changed',
  'failed',
  'unknown',
])
export type ReviewOutcome = z.infer<typeof ReviewOutcome>

const words = z
  .string()
  .trim()
  .max(reviewLimits.wordsLength, 'Write at most 1,000 characters.')
  .refine((value) => !/[^\P{Cc}\n]/u.test(value), {
    error: 'The text holds a control character: remove it.',
  })

/** `decision: null` takes an earlier one back. `version` is that of the item as the person saw it. */
export const ReviewDeciding = z.strictObject({
  version: z.int().min(0),
  decision: ReviewDecision.nullable(),
  reason: words.default(''),
  note: words.default(''),
})
export type ReviewDeciding = z.infer<typeof ReviewDeciding>

const Decided = z.strictObject({
  decision: ReviewDecision,
  reason: z.string(),
  by: ReviewPerson,
  at: z.iso.datetime(),
})

const Applied = z.strictObject({
  outcome: ReviewOutcome,
  at: z.iso.datetime().nullable(),
  code: z.string().nullable(),
  detail: z.string().nullable(),
  nextStep: z.string().nullable(),
  /** To make it again for 30 days. */
  deletedTrustId: z.uuid().nullable(),
})

/** A line of the review. */
export const ReviewRow = z.strictObject({
  ordinal: z.int(),
  version: z.int(),
  name: z.string(),
  issuer: z.string(),
  subject: z.string().nullable(),
  expression: z.string().nullable(),
  parent: TrustParent,
  identityName: z.string(),
  /** Worst open finding when the review was made. */
  severity: FindingSeveritySchema.nullable(),
  suggestion: z.enum(['keep', 'remove', 'look']),
  decided: Decided.nullable(),
  applied: Applied.nullable(),
})
export type ReviewRow = z.infer<typeof ReviewRow>

const ReviewFinding = z.strictObject({
  rule: FindingRuleIdSchema,
  severity: FindingSeveritySchema,
  title: z.string(),
  text: z.string(),
  evidence: z.string(),
  fix: z.string(),
  docs: z.string(),
})

/** What it opens, worst first; null where that could not be read. */
const Opened = z.array(z.strictObject({ name: z.string(), scope: z.string() })).nullable()

const Changes = z.array(z.strictObject({ text: z.string(), widens: z.boolean() }))

/** What changed since an earlier review that was ended, and how it was decided then. */
export const ReviewSince = z.strictObject({
  reviewId: z.uuid(),
  name: z.string(),
  at: z.iso.datetime(),
  changes: Changes,
  /** Names of what could not be compared. */
  notCompared: z.array(z.string()),
  decided: Decided.nullable(),
})
export type ReviewSince = z.infer<typeof ReviewSince>

/** What became of a trust since its facts were kept, as the newest inventory tells. */
export const ReviewMeanwhile = z.enum(['same', 'changed', 'gone', 'not-read'])
export type ReviewMeanwhile = z.infer<typeof ReviewMeanwhile>

/**
 * Every line in one letter each, by its number. Severity: `c`, `h`, `m`, `l`, `i`, or `-` for no open finding. Decision: `k`,
 * `r`, `s`, or `-` for none. A line that the person may not see is a blank in both.
 */
export const ReviewLines = z.strictObject({ severities: z.string(), decisions: z.string() })
export type ReviewLines = z.infer<typeof ReviewLines>

/** What a trust lets in. */
export const ReviewForm = z.strictObject({
  issuer: z.string(),
  subject: z.string().nullable(),
  expression: z.string().nullable(),
  audiences: z.array(z.string()),
  fingerprint: z.string(),
})
export type ReviewForm = z.infer<typeof ReviewForm>

/** Facts that somebody replaced by newer ones, with the decision that was about them. */
export const EarlierForm = z.strictObject({
  ...ReviewForm.shape,
  severity: FindingSeveritySchema.nullable(),
  opens: Opened,
  owners: z.array(z.string()).nullable(),
  lastUse: z.string(),
  findings: z.array(ReviewFinding),
  decided: Decided.nullable(),
  replacedBy: ReviewPerson,
  replacedAt: z.iso.datetime(),
})
export type EarlierForm = z.infer<typeof EarlierForm>

/** Takes the trust of a line into the review anew, as it is now. `version` is that of the line as the person saw it. */
export const ReviewRenewal = z.strictObject({
  version: z.int().min(0),
  /** `now.fingerprint`, as the person saw it. */
  fingerprint: z.string().min(1),
})
export type ReviewRenewal = z.infer<typeof ReviewRenewal>

/** One trust of a review with the facts as they were when it was made, or taken anew. */
export const ReviewItem = z.strictObject({
  ...ReviewRow.shape,
  suggestion: z.strictObject({
    decision: z.enum(['keep', 'remove', 'look']),
    evidence: z.string(),
    rule: FindingRuleIdSchema.nullable(),
  }),
  trustKey: z.string(),
  audiences: z.array(z.string()),
  fingerprint: z.string(),
  opens: Opened,
  owners: z.array(z.string()).nullable(),
  /** In words. */
  lastUse: z.string(),
  findings: z.array(ReviewFinding),
  since: ReviewSince.nullable(),
  note: z.string(),
  /** Against the newest inventory of who looks. */
  meanwhile: ReviewMeanwhile,
  /** What is different by now, also of what it opens. */
  changes: Changes,
  /** The trust as it is now, where `meanwhile` is `changed`; null otherwise. */
  now: ReviewForm.nullable(),
  /** Oldest first; empty where its facts are those of the start. */
  earlier: z.array(EarlierForm),
})
export type ReviewItem = z.infer<typeof ReviewItem>

export const ReviewRemoval = z.strictObject({
  ...ReviewRow.shape,
  /** Nobody decided: silence removes it. */
  bySilence: z.boolean(),
  meanwhile: ReviewMeanwhile,
})
export type ReviewRemoval = z.infer<typeof ReviewRemoval>

/** What Apply would do, in numbers. */
export const ReviewPlan = z.strictObject({
  removals: z.int(),
  /** Of the removals: those that nobody decided about. */
  bySilence: z.int(),
  /** Of the removals: not begun, and not what was decided about any more, as the newest inventory tells. */
  changed: z.int(),
  gone: z.int(),
  /** Removals that may still be tried. */
  left: z.int(),
  kept: z.int(),
  skipped: z.int(),
  undecided: z.int(),
  /** Azure's pace for the busiest identity, or for all of them. */
  seconds: z.number(),
})
export type ReviewPlan = z.infer<typeof ReviewPlan>
