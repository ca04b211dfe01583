import { knownFact, type RoleFact } from '@trustwright/federation'
import {
  Review,
  portalHeader,
  type ReviewEvidence,
  type ReviewLines,
  type ReviewPlan,
  type ReviewRemoval,
} from '@trustwright/shared-schemas'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { review } from '../../db/schema-reviews.ts'
import { longestTurn } from '../../testing/longest-turn.ts'
import { originOf } from '../../testing/inventory-world.ts'
import { call } from '../../testing/portal-world.ts'
import { identityWith, newReview, reviewWorld } from '../../testing/review-world.ts'
import { decide, itemOf, move, readReview, reviewsUrl, rowsOf } from '../../testing/review-steps.ts'
import { claim } from './apply/held-run.ts'

const world = reviewWorld()
const owner: RoleFact = {
  scope: '/subscriptions/s',
  scopeKind: 'subscription',
  roleDefinitionId: 'x',
  roleName: 'Owner',
  ownerLike: true,
  broad: true,
  conditioned: false,
  canWrite: true,
}

test('a role that was removed while the review is open is told, beside the facts of the start', async () => {
  const { admin, plant } = world()
  await plant('admin', [identityWith('id-role', 1, { roles: knownFact([owner]) })])
  const { reviewId } = await newReview(admin, {})
  expect((await itemOf(admin, reviewId, 1)).changes).toEqual([])
  await plant('admin', [identityWith('id-role', 1)])
  const item = await itemOf(admin, reviewId, 1)
  expect(item).toMatchObject({
    meanwhile: 'same',
    changes: [{ text: 'Owner on /subscriptions/s was taken away.', widens: false }],
    opens: [{ name: 'Owner', scope: '/subscriptions/s' }],
  })
})

test('a trust that changed or went is told when it is decided about, and counted before anything is removed', async () => {
  const { admin, plant } = world()
  const identity = identityWith('id-moving', 3)
  await plant('admin', [identity])
  const { reviewId } = await newReview(admin, {})
  const [first, second] = identity.trusts
  if (first === undefined || second === undefined) throw new Error('There are no trusts')
  await plant('admin', [
    { ...identity, trusts: [first, { ...second, subject: 'repo:octo-org/other:ref:x' }] },
  ])
  const told = await Promise.all([1, 2, 3].map((at) => decide(admin, reviewId, at, { decision: 'remove' })))
  expect(told.map(({ body }) => body.meanwhile)).toEqual(['same', 'changed', 'gone'])
  expect(told[1]?.body.changes[0]?.text).toContain('and is repo:octo-org/other:ref:x.')
  await move(admin, reviewId, 'ended')
  const { body: plan } = await call<ReviewPlan>(admin, 'GET', `${reviewsUrl}/${reviewId}/plan`)
  expect(plan).toMatchObject({ removals: 3, changed: 1, gone: 1, left: 3 })
  const { body } = await call<{ removals: ReviewRemoval[] }>(
    admin,
    'GET',
    `${reviewsUrl}/${reviewId}/removals?offset=1&limit=2`,
  )
  expect(body.removals.map(({ meanwhile, ordinal }) => [ordinal, meanwhile])).toEqual([
    [2, 'changed'],
    [3, 'gone'],
  ])
})

test('the stream tells of decisions as they come, ends with the review, and is not for strangers', async () => {
  const { admin, plant, portal } = world()
  await plant('admin', [identityWith('id-stream', 1)])
  const { reviewId } = await newReview(admin, {})
  const origin = await originOf(portal)
  const follow = (cookie: string) =>
    fetch(`${origin}${reviewsUrl}/${reviewId}/events`, {
      headers: { [portalHeader.name]: portalHeader.value, 'sec-fetch-site': 'same-origin', cookie },
    })
  expect((await follow((await portal.signedIn('reader')).cookie)).status).toBe(404)
  const stream = await follow(admin.cookie)
  expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  await decide(admin, reviewId, 1, { decision: 'skip' })
  await move(admin, reviewId, 'cancelled')
  const events = (await stream.text()).split('\n\n').filter((block) => block.startsWith('id: '))
  const told = events.map((block) => Review.parse(JSON.parse(block.replace(/^id: \d+\ndata: /, ''))))
  expect(told.at(-1)).toMatchObject({ state: 'cancelled', counts: { decided: 1 } })
})

test('a portal whose clock was set back takes over from one that died', async () => {
  const { admin, plant, portal } = world()
  await plant('admin', [identityWith('id-clock', 1)])
  const { reviewId } = await newReview(admin, {})
  const died = { processId: 'died', state: 'applying' } as const
  const silent = new Date(Date.now() - 10_000)
  const held = { reviewId, processId: 'next' }
  await portal.database
    .update(review)
    .set({ ...died, heartbeatAt: silent })
    .where(eq(review.reviewId, reviewId))
  portal.clock.advance(-3_600_000)
  expect((await claim(portal.database, held))?.processId).toBe('next')
  await expect(claim(portal.database, { reviewId, processId: 'third' })).rejects.toThrow('held by another')
  portal.clock.advance(3_600_000)
  await portal.database.update(review).set({ state: 'cancelled' }).where(eq(review.reviewId, reviewId))
})

test('a thousand trusts are frozen, shown and told of without holding up other requests', async () => {
  const { admin, plant } = world()
  const identities = Array.from({ length: 100 }, (_, at) => identityWith(`id-many-${at}`, 10))
  await plant('admin', identities)
  const longest = longestTurn()
  const { counts, reviewId } = await newReview(admin, {})
  const ms = longest()
  expect(counts).toMatchObject({ items: 1000, ownerless: 1000 })
  expect(ms).toBeLessThan(250)
  const lines = (await call<ReviewLines>(admin, 'GET', `${reviewsUrl}/${reviewId}/lines`)).body
  expect(lines).toEqual({ severities: '-'.repeat(1000), decisions: '-'.repeat(1000) })
  const page = (offset: number) => `${reviewsUrl}/${reviewId}/evidence?offset=${offset}&limit=500`
  const pages = await Promise.all([0, 500, 1000].map((at) => call<ReviewEvidence>(admin, 'GET', page(at))))
  expect(pages.map(({ body }) => body.rows.length)).toEqual([500, 500, 0])
  expect(new Set(pages.flatMap(({ body }) => body.rows.map(({ trustKey }) => trustKey))).size).toBe(1000)
  expect(await rowsOf(admin, reviewId)).toHaveLength(1000)
  const csv = await admin.inject({ url: `${reviewsUrl}/${reviewId}/export?format=csv` })
  expect(csv.body.split('\r\n')).toHaveLength(1002)
  expect((await readReview(admin, reviewId)).counts.undecided).toBe(1000)
})
