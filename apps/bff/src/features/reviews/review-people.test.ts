import { knownFact } from '@trustwright/federation'
import type { Review, ReviewLines, ReviewMemberState } from '@trustwright/shared-schemas'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { review } from '../../db/schema-reviews.ts'
import { call } from '../../testing/portal-world.ts'
import { trustKeyOf } from '../../testing/plant-inventory.ts'
import {
  everybody,
  identityWith,
  newReview,
  ownedBy,
  personIds,
  personOf,
  reviewWorld,
} from '../../testing/review-world.ts'
import { decide, move, readReview, reviewsUrl, rowsOf } from '../../testing/review-steps.ts'

const world = reviewWorld()
const soon = () => new Date(Date.now() + 9e7).toISOString()
const settings = ({ version }: Review, change: object = {}) => ({
  version,
  name: 'Renamed',
  dueAt: soon(),
  reviewers: [],
  ...change,
})

test('who is named by user name or by ID is looked up once, and kept by both', async () => {
  const { admin, plant } = world()
  await plant('admin', [identityWith('id-a', 1)])
  const { reviewers } = await newReview(admin, {
    reviewers: ['Reader@contoso.onmicrosoft.com', personIds.reader, 'developer@contoso.onmicrosoft.com'],
  })
  expect(reviewers).toEqual(
    (['reader', 'developer'] as const).map((role) => ({
      objectId: personIds[role],
      username: `${role}@contoso.onmicrosoft.com`,
      displayName: role,
    })),
  )
})

test.each([
  ['nobody has', () => null, 'Nobody in this tenant is called dana@contoso.com.'],
  [
    'is blocked',
    () => ({ ...personOf('reader'), enabled: false }),
    'The account of dana@contoso.com is blocked: name somebody else.',
  ],
])('a name that %s is refused at its field', async (_what, answer, message) => {
  const { admin, people, plant } = world()
  await plant('admin', [identityWith('id-a', 1)])
  people(answer)
  const wanted = { name: 'One', dueAt: soon(), reviewers: ['dana@contoso.com'] }
  const { body } = await call(admin, 'POST', reviewsUrl, wanted)
  expect(body.fields).toEqual([{ path: 'reviewers', message }])
})

test('where the directory may not be read a typed name counts for whoever signs in by it', async () => {
  const { admin, people, plant, portal } = world()
  const trusts = [identityWith('id-typed', 2)]
  await plant('admin', trusts)
  await plant('reader', trusts)
  people(() => 'not-allowed')
  const { reviewId, reviewers } = await newReview(admin, { reviewers: ['READER@contoso.onmicrosoft.com'] })
  expect(reviewers).toEqual([{ objectId: null, username: 'reader@contoso.onmicrosoft.com', displayName: '' }])
  expect(await rowsOf(await portal.signedIn('reader'), reviewId)).toHaveLength(2)
})

test('owners decide about what they own, and trusts without one are counted for the others', async () => {
  const { admin, plant, portal } = world()
  const trusts = [
    identityWith('id-owned', 2, ownedBy('developer')),
    identityWith('id-of-nobody', 1),
    identityWith('id-of-a-blocked', 1, {
      owners: knownFact([{ displayName: 'Left', enabled: false, objectId: personIds.developer }]),
    }),
  ]
  await plant('admin', trusts)
  await plant('developer', trusts)
  const { counts, reviewId } = await newReview(admin, { ownersDecide: true })
  expect(counts).toMatchObject({ items: 4, ownerless: 2 })
  const dana = await portal.signedIn('developer')
  expect((await readReview(dana, reviewId)).counts).toMatchObject({ items: 4, visible: 2 })
  const rows = await rowsOf(dana, reviewId)
  expect(new Set(rows.map(({ identityName }) => identityName))).toEqual(new Set(['id-owned']))
  const { body: lines } = await call<ReviewLines>(dana, 'GET', `${reviewsUrl}/${reviewId}/lines`)
  expect([lines.decisions.length, lines.decisions.replaceAll(' ', '')]).toEqual([4, '--'])
  expect((await decide(dana, reviewId, rows[0]?.ordinal ?? 0, { decision: 'keep' })).status).toBe(200)
  const others = [1, 2, 3, 4].filter((at) => rows.every(({ ordinal }) => ordinal !== at))
  for (const ordinal of others) {
    expect((await decide(dana, reviewId, ordinal, { decision: 'skip' })).body.code).toBe('REVIEW_NOT_FOUND')
  }
  const robin = await portal.signedIn('reader')
  expect((await call(robin, 'GET', `${reviewsUrl}/${reviewId}`)).body.code).toBe('REVIEW_NOT_FOUND')
})

test('a reviewer who left is told of with what they decided, and who is taken off decides no more', async () => {
  const { admin, people, plant, portal } = world()
  const trusts = [identityWith('id-left', 2)]
  await plant('admin', trusts)
  await plant('reader', trusts)
  const robin = await portal.signedIn('reader')
  const made = await newReview(admin, {
    reviewers: ['reader@contoso.onmicrosoft.com', 'developer@contoso.onmicrosoft.com'],
  })
  const { reviewId } = made
  await decide(robin, reviewId, 1, { decision: 'keep' })
  people((key) => (key === personIds.reader ? null : everybody(key)))
  const { body } = await call<{ members: ReviewMemberState[] }>(
    admin,
    'GET',
    `${reviewsUrl}/${reviewId}/reviewers`,
  )
  expect(body.members).toMatchObject([
    { displayName: 'reader', state: 'left', decided: 1 },
    { displayName: 'developer', state: 'there', decided: 0 },
  ])
  const changed = await call<Review>(
    admin,
    'PUT',
    `${reviewsUrl}/${reviewId}`,
    settings(made, { reviewers: ['developer@contoso.onmicrosoft.com'] }),
  )
  expect(changed.body.reviewers.map(({ username }) => username)).toEqual([
    'developer@contoso.onmicrosoft.com',
  ])
  expect((await decide(robin, reviewId, 2, { decision: 'keep' })).body.code).toBe('REVIEW_NOT_FOUND')
  expect((await rowsOf(admin, reviewId))[0]?.decided?.by.username).toBe('reader@contoso.onmicrosoft.com')
})

test('a draft is its makers alone, takes other trusts, and then opens; an open review takes none', async () => {
  const { admin, plant, portal } = world()
  const trusts = [identityWith('id-first', 2), identityWith('id-second', 3)]
  await plant('admin', trusts)
  await plant('reader', trusts)
  const robin = await portal.signedIn('reader')
  const named = { reviewers: ['reader@contoso.onmicrosoft.com'] }
  const draft = await newReview(admin, { ...named, query: 'id-first', open: false })
  const url = `${reviewsUrl}/${draft.reviewId}`
  expect([draft.state, draft.counts.items]).toEqual(['draft', 2])
  expect((await call(robin, 'GET', url)).body.code).toBe('REVIEW_NOT_FOUND')
  const wanted = { ...settings(draft, named), choice: { query: 'id-second' } }
  const { body: changed } = await call<Review>(admin, 'PUT', url, wanted)
  expect(changed).toMatchObject({ name: 'Renamed', query: 'id-second', counts: { items: 3 } })
  expect((await call(admin, 'PUT', url, wanted)).body.code).toBe('REVIEW_CHANGED_MEANWHILE')
  await move(admin, draft.reviewId, 'open')
  expect((await readReview(robin, draft.reviewId)).counts.visible).toBe(3)
  const open = await readReview(admin, draft.reviewId)
  const other = { ...settings(open, named), choice: { query: 'id-first' } }
  expect((await call(admin, 'PUT', url, other)).body.code).toBe('REVIEW_NOT_OPEN')
  expect((await readReview(admin, draft.reviewId)).counts.items).toBe(3)
  await move(admin, draft.reviewId, 'ended')
  const ended = await readReview(admin, draft.reviewId)
  expect((await call(admin, 'PUT', url, settings(ended))).body.code).toBe('REVIEW_NOT_OPEN')
})

test('a review holds the ticked trusts that are still there, and no others', async () => {
  const { admin, plant } = world()
  await plant('admin', [identityWith('id-ticked', 700), identityWith('id-not', 2)])
  const keys = Array.from({ length: 600 }, (_, at) => trustKeyOf('id-ticked', `t-${at}`))
  const { counts, isPicked, query, reviewId } = await newReview(admin, {
    query: 'id-not',
    keys: [...keys, trustKeyOf('id-ticked', 'gone')],
  })
  expect([counts.items, isPicked, query]).toEqual([600, true, ''])
  const rows = await rowsOf(admin, reviewId)
  expect(rows.every(({ identityName }) => identityName === 'id-ticked')).toBe(true)
  const none = { name: 'None', dueAt: soon(), keys: [trustKeyOf('id-ticked', 'gone')] }
  expect((await call(admin, 'POST', reviewsUrl, none)).body.code).toBe('REVIEW_EMPTY')
})

test('after its day a review goes on by itself to nothing: it still takes decisions, and more time', async () => {
  const { admin, plant, portal } = world()
  await plant('admin', [identityWith('id-late', 2)])
  const made = await newReview(admin, { silence: 'remove', silenceWords: 'remove undecided' })
  const { reviewId } = made
  await portal.database
    .update(review)
    .set({ dueAt: new Date('2026-01-01T00:00:00Z') })
    .where(eq(review.reviewId, reviewId))
  expect((await decide(admin, reviewId, 1, { decision: 'keep', reason: 'In use.' })).status).toBe(200)
  expect(await readReview(admin, reviewId)).toMatchObject({ state: 'open', run: null })
  const typed = { silence: 'remove', silenceWords: 'remove undecided' }
  const same = settings(made, { ...typed, dueAt: '2026-01-01T00:00:00.000Z' })
  const { body: named } = await call<Review>(admin, 'PUT', `${reviewsUrl}/${reviewId}`, same)
  expect([named.name, named.dueAt]).toEqual(['Renamed', '2026-01-01T00:00:00.000Z'])
  const past = settings(named, { ...typed, dueAt: '2026-02-01T00:00:00.000Z' })
  expect((await call(admin, 'PUT', `${reviewsUrl}/${reviewId}`, past)).body.fields).toMatchObject([
    { path: 'dueAt' },
  ])
  const more = settings(named, typed)
  expect((await call<Review>(admin, 'PUT', `${reviewsUrl}/${reviewId}`, more)).body.dueAt).toBe(
    new Date(more.dueAt).toISOString(),
  )
})
