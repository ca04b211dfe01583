import * as z from 'zod'
import { ReviewItem } from './review-item.ts'
import { Review } from './review.ts'

/** A link of the audit chain: who has its number and hash can find it there, unchanged. */
export const AuditLink = z.strictObject({ number: z.int(), hash: z.string(), at: z.iso.datetime() })
export type AuditLink = z.infer<typeof AuditLink>

const { changes: _changes, meanwhile: _meanwhile, now: _now, since: _since, ...frozen } = ReviewItem.shape

export const ReviewEvidenceRow = z.strictObject({
  ...frozen,
  /** Of the decision that holds, and of the removal at Azure; null where there was none. */
  decisionLink: AuditLink.nullable(),
  removalLink: AuditLink.nullable(),
})
export type ReviewEvidenceRow = z.infer<typeof ReviewEvidenceRow>

/** Who decided what, when, on which facts, and what was applied. */
export const ReviewEvidence = z.strictObject({
  format: z.literal('trustwright-review-evidence-1'),
  madeAt: z.iso.datetime(),
  review: Review,
  /** Links of the review itself: made, moved on, applied. */
  links: z.array(
    z.strictObject({ ...AuditLink.shape, operation: z.string(), by: z.string(), what: z.string() }),
  ),
  /** Newest link of the chain then: `npm run audit -- --head <hash>` proves that nothing was cut off after it. */
  head: AuditLink.omit({ at: true }).nullable(),
  /** Those of the part that was asked for. */
  rows: z.array(ReviewEvidenceRow),
})
export type ReviewEvidence = z.infer<typeof ReviewEvidence>
