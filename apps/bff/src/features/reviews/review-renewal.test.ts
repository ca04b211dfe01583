import { knownFact } from '@trustwright/federation'
import type { ActivityEvent, Review, ReviewEvidence, ReviewItem } from '@trustwright/shared-schemas'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { review } from '../../db/schema-reviews.ts'
import type { SignedInBrowser } from '../../testing/build-test-app.ts'
import { call } from '../../testing/portal-world.ts'
import { decide, itemOf, move, readReview, reviewsUrl } from '../../testing/review-steps.ts'
import { identityWith, newReview, ownedBy, personIds, reviewWorld } from '../../testing/review-world.ts'

const world = reviewWorld()
const other = 'repo:octo-org/other:environment:production'

type Answer = ReviewItem & { readonly code: string; readonly detail: string }
const renew = (person: SignedInBrowser, reviewId: string, body: object, ordinal = 1) =>
  call<Answer>(person, 'POST', `${reviewsUrl}/${reviewId}/items/${ordinal}/renewal`, body)

/** A review of one trust, and the same trust with another subject. */
async function changed(name: string, subject = other) {
  const { admin, plant } = world()
  const before = identityWith(name, 1)
  await plant('admin', [before])
  const { reviewId } = await newReview(admin, { reviewers: ['reader@contoso.onmicrosoft.com'] })
  const after = { ...before, trusts: before.trusts.map((trust) => ({ ...trust, subject })) }
  await plant('admin', [after])
  return { admin, after, before, plant, reviewId }
}

test('a trust that changed is taken as it is now, and its old form stays with the decision about it', async () => {
  const { admin, before, plant, reviewId } = await changed('id-anew')
  const old = before.trusts[0]?.subject
  await decide(admin, reviewId, 1, { decision: 'remove', reason: 'Nobody knows it', note: 'Ask Dana' })
  const seen = await itemOf(admin, reviewId, 1)
  expect(seen).toMatchObject({ meanwhile: 'changed', subject: old, now: { subject: other }, earlier: [] })
  const { fingerprint = '' } = seen.now ?? {}
  const { status, body } = await renew(admin, reviewId, { version: seen.version, fingerprint })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    version: seen.version + 1,
    subject: other,
    fingerprint,
    decided: null,
    note: 'Ask Dana',
    meanwhile: 'same',
    now: null,
    earlier: [
      {
        subject: old,
        fingerprint: seen.fingerprint,
        decided: { decision: 'remove', reason: 'Nobody knows it', by: { objectId: personIds.admin } },
        replacedBy: { objectId: personIds.admin, username: 'admin@contoso.onmicrosoft.com' },
      },
    ],
  })
  expect((await readReview(admin, reviewId)).counts).toMatchObject({ decided: 0, undecided: 1 })

  await plant('admin', [before])
  const again = await itemOf(admin, reviewId, 1)
  const back = { version: again.version, fingerprint: again.now?.fingerprint }
  expect((await renew(admin, reviewId, back)).body.earlier.map(({ subject }) => subject)).toEqual([
    old,
    other,
  ])
  const evidence = await call<ReviewEvidence>(admin, 'GET', `${reviewsUrl}/${reviewId}/evidence`)
  expect(evidence.body.rows[0]).toMatchObject({
    subject: old,
    earlier: [{ subject: old }, { subject: other }],
  })
  const { body: csv } = await admin.inject({ url: `${reviewsUrl}/${reviewId}/export?format=csv` })
  expect(csv).toContain(`${other} api://AzureADTokenExchange (undecided), until admin@contoso`)
})

test('the audit trail keeps both forms and who took the newer one', async () => {
  const { admin, before, reviewId } = await changed('id-audited')
  const { now, version } = await itemOf(admin, reviewId, 1)
  await renew(admin, reviewId, { version, fingerprint: now?.fingerprint })
  const { body } = await call<{ events: ActivityEvent[] }>(
    admin,
    'GET',
    `/api/activity?operation=review.renew&target=${encodeURIComponent(`/reviews/${reviewId}/items/1`)}`,
  )
  expect(body.events).toMatchObject([
    {
      actor: { objectId: personIds.admin },
      outcome: 'succeeded',
      before: { subject: before.trusts[0]?.subject },
      after: { subject: other, fingerprint: now?.fingerprint },
    },
  ])
})

test.each<[string, (at: Awaited<ReturnType<typeof changed>>) => Promise<unknown>, object, string]>([
  ['is gone', ({ plant }) => plant('admin', []), {}, 'REVIEW_ITEM_NOT_RENEWABLE'],
  ['is what it was again', ({ before, plant }) => plant('admin', [before]), {}, 'REVIEW_ITEM_NOT_RENEWABLE'],
  [
    'changed once more',
    ({ after, plant }) =>
      plant('admin', [{ ...after, trusts: after.trusts.map((trust) => ({ ...trust, subject: 'x' })) }]),
    {},
    'REVIEW_CHANGED_MEANWHILE',
  ],
  [
    'was decided about by somebody else',
    ({ admin, reviewId }) => decide(admin, reviewId, 1, { decision: 'skip' }),
    {},
    'REVIEW_CHANGED_MEANWHILE',
  ],
  [
    'is in a review that ended',
    ({ admin, reviewId }) => move(admin, reviewId, 'ended'),
    {},
    'REVIEW_NOT_OPEN',
  ],
  [
    'is in a review that was applied',
    ({ reviewId }) =>
      world().portal.database.update(review).set({ state: 'applied' }).where(eq(review.reviewId, reviewId)),
    {},
    'REVIEW_NOT_OPEN',
  ],
  ['is no line of the review', async () => undefined, { ordinal: 2 }, 'REVIEW_NOT_FOUND'],
  ['has no version', async () => undefined, { version: undefined }, 'INPUT_REFUSED'],
])('a trust that %s is not taken anew, and nothing is stored', async (_what, meanwhile, change, code) => {
  const at = await changed('id-refused')
  const { now, version } = await itemOf(at.admin, at.reviewId, 1)
  await meanwhile(at)
  const before = await itemOf(at.admin, at.reviewId, 1)
  const { ordinal = 1, ...body } = { version, fingerprint: now?.fingerprint, ...change } as {
    readonly ordinal?: number
  }
  expect((await renew(at.admin, at.reviewId, body, ordinal)).body.code).toBe(code)
  expect(await itemOf(at.admin, at.reviewId, 1)).toEqual(before)
})

test('who is no reviewer of it is told of no such review, and a reviewer takes what their own inventory shows', async () => {
  const { after, before, plant, reviewId } = await changed('id-of-reviewers')
  const { portal } = world()
  const dana = await portal.signedIn('developer')
  await plant('developer', [after])
  const wanted = { version: 0, fingerprint: 'x' }
  expect((await renew(dana, reviewId, wanted)).body.code).toBe('REVIEW_NOT_FOUND')
  const robin = await portal.signedIn('reader')
  expect((await renew(robin, reviewId, wanted)).body.code).toBe('REVIEW_NOT_FOUND')
  await plant('reader', [before])
  expect((await renew(robin, reviewId, wanted)).body.code).toBe('REVIEW_ITEM_NOT_RENEWABLE')
  await plant('reader', [after])
  const { now, version } = await itemOf(robin, reviewId, 1)
  expect((await renew(robin, reviewId, { version, fingerprint: now?.fingerprint })).body.subject).toBe(other)
})

test('an owner keeps the line where whoever takes it anew may not read the owners', async () => {
  const { admin, plant, portal } = world()
  const before = identityWith('id-owners', 1, ownedBy('developer'))
  await plant('admin', [before])
  const { reviewId }: Review = await newReview(admin, { ownersDecide: true })
  const trusts = before.trusts.map((trust) => ({ ...trust, subject: other }))
  await plant('admin', [{ ...before, trusts, change: { owners: { known: false, because: 'not-allowed' } } }])
  await plant('developer', [{ ...before, trusts, change: { owners: knownFact([]) } }])
  const { now } = await itemOf(admin, reviewId, 1)
  expect((await renew(admin, reviewId, { version: 0, fingerprint: now?.fingerprint })).body.owners).toBeNull()
  expect((await itemOf(await portal.signedIn('developer'), reviewId, 1)).subject).toBe(other)
})
