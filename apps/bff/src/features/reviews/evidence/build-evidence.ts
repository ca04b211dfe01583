import type { AuditLink, ReviewEvidence, ReviewEvidenceRow } from '@trustwright/shared-schemas'
import type { Caller } from '../../../ports.ts'
import { describeReview } from '../describe-reviews.ts'
import { findReview, itemTargetOf, type ItemRecord, type ReviewRecord } from '../find-review.ts'
import type { PageBehind } from '../pages-of.ts'
import { readItems, type PageOf } from '../read-items.ts'
import type { ReviewDeps } from '../review-deps.ts'
import { toItem } from '../to-item.ts'
import { headOfChain, linksOfRemovals, linksOfReview, type FoundLink } from './audit-links.ts'

type Deps = Pick<ReviewDeps, 'clock' | 'db' | 'secondsPerWrite'>

/** Everything about a review that an auditor asks for, with one part of its lines. */
export async function buildEvidence(
  deps: Deps,
  caller: Caller,
  reviewId: string,
  page: PageOf,
): Promise<ReviewEvidence> {
  const row = await findReview(deps.db, caller, reviewId)
  const [head, rows] = await Promise.all([
    evidenceHead(deps, caller, row),
    evidenceRows(deps, caller, row, page),
  ])
  return { ...head, rows }
}

export async function evidenceHead(
  deps: Deps,
  caller: Caller,
  row: ReviewRecord,
): Promise<Omit<ReviewEvidence, 'rows'>> {
  const { clock, db } = deps
  const [review, links, head] = await Promise.all([
    describeReview(deps, caller, row),
    linksOfReview(db, row),
    headOfChain(db),
  ])
  return {
    format: 'trustwright-review-evidence-1',
    madeAt: new Date(clock.now()).toISOString(),
    review,
    links: links.map((link) => ({
      ...plain(link),
      operation: link.operation,
      by: link.by,
      what: JSON.stringify(link.after),
    })),
    head,
  }
}

export async function evidenceRows(
  { db }: Pick<Deps, 'db'>,
  caller: Caller,
  row: ReviewRecord,
  page: PageOf | PageBehind,
): Promise<ReviewEvidenceRow[]> {
  const items = await readItems(db, caller, row.reviewId, page)
  const decided = items.filter(({ decision }) => decision !== null).map(({ ordinal }) => ordinal)
  const removed = items.filter(({ outcome }) => outcome !== null).map(({ trustKey }) => trustKey)
  const [decisions, removals] = await Promise.all([
    linksOfReview(db, row, decided),
    linksOfRemovals(db, row, removed),
  ])
  const lastOf = new Map(decisions.map((link) => [link.targetKey, link]))
  const removalOf = new Map(removals.map((link) => [link.targetKey, link]))
  return items.map((item) => rowOf(item, { lastOf, removalOf }))
}

type Links = ReadonlyMap<string, FoundLink>

function rowOf(
  item: ItemRecord,
  { lastOf, removalOf }: { readonly lastOf: Links; readonly removalOf: Links },
): ReviewEvidenceRow {
  const { changes: _changes, meanwhile: _meanwhile, now: _now, since: _since, ...facts } = toItem(item)
  const decision = lastOf.get(itemTargetOf(item.reviewId, item.ordinal))
  const removal = removalOf.get(item.trustKey)
  return {
    ...facts,
    decisionLink: item.decision === null || decision === undefined ? null : plain(decision),
    removalLink: removal === undefined ? null : plain(removal),
  }
}

function plain({ at, hash, number }: FoundLink): AuditLink {
  return { number, hash, at }
}
