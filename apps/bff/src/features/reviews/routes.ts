import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import * as z from 'zod'
import { review } from '../../db/schema-reviews.ts'
import { createStreams } from '../../domain/streams.ts'
import type { Caller } from '../../ports.ts'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { registerFile } from '../../routes/register-file.ts'
import { registerStream } from '../../routes/register-stream.ts'
import { whileOpen } from '../../routes/while-open.ts'
import { applyQueue, applyReview, stopReview } from './apply/apply-review.ts'
import { workOnReview } from './apply/work-on-review.ts'
import { changeSettings } from './change-review.ts'
import { createReview, previewReview } from './create-review.ts'
import { decideItem } from './decide-item.ts'
import { describeReview, describeReviews } from './describe-reviews.ts'
import { buildEvidence } from './evidence/build-evidence.ts'
import { exportReview } from './evidence/export-review.ts'
import { restoreFile } from './evidence/restore-file.ts'
import { findReview, findReviews, type ReviewRecord } from './find-review.ts'
import { followReview } from './follow-review.ts'
import { memberOf, readMembers } from './members.ts'
import { moveReview } from './move-review.ts'
import { listRemovals, planReview } from './plan-review.ts'
import { listItems, readItem, readLines } from './read-items.ts'
import { renewItem } from './renew-item.ts'
import type { ReviewDeps } from './review-deps.ts'

const Job = z.object({ reviewId: z.uuid() })

export function registerReviewRoutes(app: FastifyInstance, deps: ReviewDeps): void {
  const { db, jobs } = deps
  const processId = randomUUID()
  jobs.work(applyQueue, async (data, signal) => {
    await workOnReview(deps, { ...Job.parse(data), processId }, signal)
  })
  // What an earlier process left in the middle is taken up again.
  app.addHook('onReady', async () => {
    const open = await db
      .select({ reviewId: review.reviewId })
      .from(review)
      .where(eq(review.state, 'applying'))
    for (const { reviewId } of open) await jobs.send(applyQueue, { reviewId })
  })
  const streams = createStreams()
  const closing = new AbortController()
  app.addHook('preClose', async () => closing.abort())
  const told = (caller: Caller, row: ReviewRecord) => describeReview(deps, caller, row)
  registerEndpoint(app, endpoints.listReviews, async ({ caller }) => ({
    reviews: await describeReviews(deps, caller, await findReviews(db, caller)),
  }))
  registerEndpoint(app, endpoints.previewReview, ({ caller, body }) => previewReview(deps, caller, body))
  registerEndpoint(app, endpoints.createReview, async ({ caller, body }) =>
    told(caller, await createReview(deps, caller, body)),
  )
  registerEndpoint(app, endpoints.readReview, async ({ caller, params }) =>
    told(caller, await findReview(db, caller, params.reviewId)),
  )
  registerEndpoint(app, endpoints.changeReview, async ({ caller, params, body }) =>
    told(caller, await changeSettings(deps, caller, params.reviewId, body)),
  )
  registerEndpoint(app, endpoints.searchReviewers, async ({ caller, query }) => ({
    people: (await deps.directory.searchPeople(caller, query.search)).map(memberOf),
  }))
  registerEndpoint(app, endpoints.listReviewMembers, async ({ caller, params }) => ({
    members: await readMembers(deps, caller, params.reviewId),
  }))
  registerStream(app, endpoints.followReview, ({ caller, params, reply }) =>
    followReview({ deps, streams, caller, ...params, signal: whileOpen(reply, closing.signal) }),
  )
  registerEndpoint(app, endpoints.moveReview, async ({ caller, params, body }) =>
    told(caller, await moveReview(deps, caller, params.reviewId, body)),
  )
  registerEndpoint(app, endpoints.readReviewLines, ({ caller, params }) =>
    readLines(db, caller, params.reviewId),
  )
  registerEndpoint(app, endpoints.listReviewItems, async ({ caller, params, query }) => ({
    rows: await listItems(db, caller, params.reviewId, query),
  }))
  registerEndpoint(app, endpoints.readReviewItem, ({ caller, params }) => readItem(db, caller, params))
  registerEndpoint(app, endpoints.decideReviewItem, ({ caller, params, body }) =>
    decideItem(deps, caller, params, body),
  )
  registerEndpoint(app, endpoints.renewReviewItem, ({ caller, params, body }) =>
    renewItem(deps, caller, params, body),
  )
  registerEndpoint(app, endpoints.planReview, ({ caller, params }) =>
    planReview(deps, caller, params.reviewId),
  )
  registerEndpoint(app, endpoints.listReviewRemovals, async ({ caller, params, query }) => ({
    removals: await listRemovals(db, caller, params.reviewId, query),
  }))
  registerEndpoint(app, endpoints.applyReview, async ({ caller, params, body }) =>
    told(caller, await applyReview(deps, caller, params.reviewId, body)),
  )
  registerEndpoint(app, endpoints.stopReview, async ({ caller, params }) =>
    told(caller, await stopReview(deps, caller, params.reviewId)),
  )
  registerEndpoint(app, endpoints.readReviewEvidence, ({ caller, params, query }) =>
    buildEvidence(deps, caller, params.reviewId, query),
  )
  registerFile(app, endpoints.restoreFile, ({ caller, params, query }) =>
    restoreFile(deps, caller, { ...params, ...query }),
  )
  registerFile(app, endpoints.exportReview, ({ caller, params, query }) =>
    exportReview(deps, caller, { ...params, ...query }),
  )
}
