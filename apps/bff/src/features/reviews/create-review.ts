import { randomUUID } from 'node:crypto'
import {
  reviewLimits,
  type NewReview,
  type ReviewChoice,
  type ReviewPreview,
} from '@trustwright/shared-schemas'
import { inTransaction } from '../../db/in-transaction.ts'
import { review } from '../../db/schema-reviews.ts'
import { auditedWrite } from '../../domain/audited-write.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { targetOf, type ReviewRecord } from './find-review.ts'
import { chooseTrusts, type Chosen } from './freeze/choose-trusts.ts'
import { freezeItems } from './freeze/freeze-items.ts'
import { resolveMembers } from './members.ts'
import type { ReviewDeps } from './review-deps.ts'

type Deps = Pick<ReviewDeps, 'audit' | 'clock' | 'cloud' | 'db' | 'directory'>

export async function previewReview(
  deps: Pick<ReviewDeps, 'clock' | 'cloud' | 'db'>,
  caller: Caller,
  choice: ReviewChoice,
): Promise<ReviewPreview> {
  const { isJudged, problems, readAt, trusts } = await chooseTrusts(deps, caller, choice)
  return {
    trusts: trusts.length,
    ownerless: trusts.filter(({ isOwnerless }) => isOwnerless).length,
    risky: trusts.filter(({ severity }) => severity === 'critical' || severity === 'high').length,
    problems: [...problems],
    readAt: readAt?.toISOString() ?? null,
    isJudged,
  }
}

/** Throws REVIEW_EMPTY, REVIEW_TOO_LARGE, INPUT_REFUSED where a part of the query or a name was not understood. */
export async function createReview(deps: Deps, caller: Caller, wanted: NewReview): Promise<ReviewRecord> {
  const { audit, clock, db } = deps
  const now = new Date(clock.now())
  demandDayToCome(wanted.dueAt, now)
  const chosen = await chooseForReview(deps, caller, wanted)
  const reviewers = await resolveMembers(deps, caller, wanted.reviewers)
  const reviewId = randomUUID()
  const row: typeof review.$inferInsert = {
    reviewId,
    tenantId: caller.tenantId,
    name: wanted.name,
    state: wanted.open ? 'open' : 'draft',
    version: 1,
    ...placeOf(chosen, wanted),
    madeByObjectId: caller.objectId,
    madeBy: caller.username,
    madeAt: now,
    dueAt: new Date(wanted.dueAt),
    silence: wanted.silence,
    reviewers,
    ownersDecide: wanted.ownersDecide,
  }
  const told = { ...toldOf(row), state: row.state, items: chosen.trusts.length }
  return await auditedWrite(
    audit,
    { caller, operation: 'review.open', target: targetOf({ reviewId }), after: told },
    async () => ({
      value: await inTransaction(db, async (tx) => {
        const [stored] = await tx.insert(review).values(row).returning()
        if (stored === undefined) throw new Error('A stored review is missing')
        await freezeItems(tx, { reviewId, tenantId: caller.tenantId, now }, chosen)
        return stored
      }),
      upstreamRequestId: null,
    }),
    () => told,
  )
}

/** The trusts of a choice that a review can be made of. Throws what `createReview` throws. */
export async function chooseForReview(deps: Deps, caller: Caller, choice: ReviewChoice): Promise<Chosen> {
  const chosen = await chooseTrusts(deps, caller, choice)
  const [problem] = chosen.problems
  if (problem !== undefined) refuseField('query', problem)
  if (chosen.trusts.length === 0) throw new PortalError('REVIEW_EMPTY')
  if (chosen.trusts.length > reviewLimits.items) throw new PortalError('REVIEW_TOO_LARGE')
  return chosen
}

export function placeOf({ owner, scan }: Chosen, { keys, query }: ReviewChoice) {
  return { owner, scan, query: keys === undefined ? query : '', isPicked: keys !== undefined }
}

/** What the audit trail keeps of a review's settings. */
export function toldOf({
  dueAt,
  isPicked,
  name,
  ownersDecide,
  query,
  reviewers,
  silence,
}: Pick<
  ReviewRecord,
  'dueAt' | 'isPicked' | 'name' | 'ownersDecide' | 'query' | 'reviewers' | 'silence'
>): Record<string, unknown> {
  return {
    name,
    query,
    isPicked,
    reviewers: reviewers.map(({ username }) => username),
    ownersDecide,
    dueAt: dueAt.toISOString(),
    silence,
  }
}

export function demandDayToCome(dueAt: string, now: Date): void {
  if (Date.parse(dueAt) <= now.getTime()) refuseField('dueAt', 'Choose a day to come.')
}

function refuseField(path: string, message: string): never {
  throw new PortalError('INPUT_REFUSED', { fields: [{ path, message }] })
}
