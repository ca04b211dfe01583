import type { DeletedTrust, ReviewEvidence, ReviewPlan, Trust } from '@trustwright/shared-schemas'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { reviewItem } from '../../db/schema-reviews.ts'
import { asAutomation } from '../../testing/as-automation.ts'
import { call } from '../../testing/portal-world.ts'
import {
  apply,
  decide,
  identityUrl,
  itemOf,
  makeReview,
  makeTrusts,
  move,
  readInventoryOf,
  readReview,
  reviewsUrl,
  rowsOf,
  settled,
} from '../../testing/review-steps.ts'
import { setUpWorld } from '../../testing/set-up-world.ts'
import { unpaced } from '../../testing/set-up-steps.ts'

const the = setUpWorld('admin', unpaced)
const adminName = 'alex@contoso.onmicrosoft.com'

type Listed = { trusts: Trust[]; deleted: DeletedTrust[] }
const listOf = async (identity: string) =>
  (await call<Listed>(the.person, 'GET', `${identityUrl(identity)}/trusts`)).body

async function reviewOf(identity: string, names: readonly string[], change: object = {}) {
  await makeTrusts(the.person, identity, names)
  await readInventoryOf(the.person)
  return await makeReview(the.person, identity, change)
}

test('decisions delete nothing; applying removes what was decided, and nothing that changed since', async () => {
  const { reviewId, counts } = await reviewOf('id-review-one', ['one-a', 'one-b', 'one-c', 'one-d', 'one-e'])
  expect(counts).toMatchObject({ items: 5, undecided: 5, visible: 5 })
  const rows = await rowsOf(the.person, reviewId)
  expect(rows.map(({ name }) => name).toSorted()).toEqual(['one-a', 'one-b', 'one-c', 'one-d', 'one-e'])
  const at = (name: string) => rows.find((row) => row.name === name)?.ordinal ?? 0
  await decide(the.person, reviewId, at('one-a'), { decision: 'keep', reason: 'In use.' })
  for (const name of ['one-b', 'one-c', 'one-e']) {
    expect((await decide(the.person, reviewId, at(name), { decision: 'remove' })).status).toBe(200)
  }
  expect((await listOf('id-review-one')).trusts).toHaveLength(5)

  const early = await apply(the.person, reviewId, 3)
  expect([early.status, early.body.code]).toEqual([409, 'REVIEW_NOT_OPEN'])
  await move(the.person, reviewId, 'ended')
  const { body: plan } = await call<ReviewPlan>(the.person, 'GET', `${reviewsUrl}/${reviewId}/plan`)
  expect(plan).toMatchObject({
    kept: 1,
    skipped: 0,
    undecided: 1,
    removals: 3,
    bySilence: 0,
    left: 3,
    changed: 0,
    gone: 0,
  })

  const { body: seen } = await call<Trust>(the.person, 'GET', `${identityUrl('id-review-one')}/trusts/one-c`)
  const changed = await call(the.person, 'PUT', `${identityUrl('id-review-one')}/trusts/one-c`, {
    issuer: seen.issuer,
    subject: 'repo:octo-org/other:environment:production',
    audiences: seen.audiences,
    fingerprint: seen.fingerprint,
  })
  expect(changed.status).toBe(200)
  await asAutomation(the.world.emulator, 'management.azure.com', [
    'DELETE',
    `${seen.resourceId.replace('one-c', 'one-e')}?api-version=2024-11-30`,
  ])
  const other = await apply(the.person, reviewId, 2)
  expect([other.status, other.body.code]).toEqual([409, 'REVIEW_CHANGED_MEANWHILE'])
  expect((await apply(the.person, reviewId, 3)).body).toMatchObject({ state: 'applying' })
  const done = await settled(the.person, reviewId)
  expect(done).toMatchObject({ state: 'applied', run: { done: 1, notDone: 2, pending: 0 } })

  const outcomes = new Map(
    (await rowsOf(the.person, reviewId)).map((row) => [row.name, row.applied?.outcome]),
  )
  expect(Object.fromEntries(outcomes)).toEqual({
    'one-a': undefined,
    'one-b': 'done',
    'one-c': 'changed',
    'one-d': undefined,
    'one-e': 'gone',
  })
  const { trusts, deleted } = await listOf('id-review-one')
  expect(trusts.map(({ name }) => name).toSorted()).toEqual(['one-a', 'one-c', 'one-d'])
  const item = await itemOf(the.person, reviewId, at('one-b'))
  expect(deleted).toMatchObject([{ deletedTrustId: item.applied?.deletedTrustId, trust: { name: 'one-b' } }])
  const back = `${identityUrl('id-review-one')}/deleted-trusts/${item.applied?.deletedTrustId}/restore`
  expect((await call(the.person, 'POST', back)).status).toBe(201)
}, 60_000)

test('of two who decide at once one is stored, and the other is told who and what', async () => {
  const { reviewId } = await reviewOf('id-review-two', ['two-a'])
  const other = await the.world.portal.signedIn('admin')
  const answers = await Promise.all([
    decide(the.person, reviewId, 1, { decision: 'remove', reason: 'Nobody knows it.' }),
    decide(other, reviewId, 1, { decision: 'skip' }),
  ])
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]))
  const late = await decide(other, reviewId, 1, { decision: 'keep', reason: 'In use.' })
  expect([late.status, late.body.code]).toEqual([409, 'REVIEW_CHANGED_MEANWHILE'])
  expect(late.body.detail).toContain(`${adminName} decided to `)
  const { version } = await itemOf(the.person, reviewId, 1)
  expect((await decide(other, reviewId, 1, { decision: null, version })).body).toMatchObject({
    decided: null,
    version: version + 1,
  })
})

test('a reviewer sees the lines that their own inventory shows, and the rest is counted', async () => {
  const robin = await the.world.portal.signedIn('reader')
  const dana = await the.world.portal.signedIn('developer')
  const { reviewId } = await reviewOf('id-review-three', ['three-a'], {
    reviewers: ['Robin@contoso.onmicrosoft.com'],
  })
  expect((await call(dana, 'GET', `${reviewsUrl}/${reviewId}`)).body.code).toBe('REVIEW_NOT_FOUND')
  expect((await readReview(robin, reviewId)).counts).toMatchObject({ items: 1, visible: 0 })
  expect(await rowsOf(robin, reviewId)).toEqual([])
  expect((await decide(robin, reviewId, 1, { decision: 'skip' })).body.code).toBe('REVIEW_NOT_FOUND')
  await readInventoryOf(robin)
  expect((await readReview(robin, reviewId)).counts).toMatchObject({ items: 1, visible: 1 })
  expect((await decide(robin, reviewId, 1, { decision: 'skip' })).body).toMatchObject({
    decided: { decision: 'skip', by: { username: 'robin@contoso.onmicrosoft.com' } },
  })
  for (const [method, path] of [
    ['POST', '/state'],
    ['POST', '/apply'],
    ['GET', '/plan'],
    ['GET', '/evidence'],
    ['GET', '/restore-file'],
    ['GET', '/export?format=csv'],
  ] as const) {
    const body = path === '/state' ? { version: 1, to: 'ended' } : { version: 1, removals: 0 }
    const refused = await call(
      robin,
      method,
      `${reviewsUrl}/${reviewId}${path}`,
      method === 'POST' ? body : undefined,
    )
    expect([path, refused.status, refused.body.code]).toEqual([path, 403, 'ADMINISTRATOR_REQUIRED'])
  }
})

test('silence removes only where somebody typed it and presses Apply; a paused review takes no decision', async () => {
  await makeTrusts(the.person, 'id-review-four', ['four-a', 'four-b'])
  await readInventoryOf(the.person)
  const dueAt = new Date(the.world.portal.clock.now() + 60_000).toISOString()
  const wanted = { name: 'Silent', query: 'id-review-four', dueAt, silence: 'remove' }
  const untyped = await call(the.person, 'POST', reviewsUrl, wanted)
  expect([untyped.status, untyped.body.fields]).toMatchObject([400, [{ path: 'silenceWords' }]])
  const { reviewId } = await makeReview(the.person, 'id-review-four', {
    ...wanted,
    silenceWords: 'remove undecided',
  })
  await move(the.person, reviewId, 'paused')
  const refused = await decide(the.person, reviewId, 1, { decision: 'skip' })
  expect([refused.status, refused.body.code]).toEqual([409, 'REVIEW_NOT_OPEN'])
  await move(the.person, reviewId, 'open')
  await decide(the.person, reviewId, 1, { decision: 'skip' })
  the.world.portal.clock.advance(120_000)
  expect(await readReview(the.person, reviewId)).toMatchObject({ state: 'open', run: null })
  await move(the.person, reviewId, 'ended')
  expect((await listOf('id-review-four')).trusts).toHaveLength(2)
  await apply(the.person, reviewId, 1)
  expect(await settled(the.person, reviewId)).toMatchObject({ state: 'applied', run: { done: 1 } })
  expect((await listOf('id-review-four')).trusts).toHaveLength(1)
  expect((await move(the.person, reviewId, 'open')).body.code).toBe('REVIEW_NOT_OPEN')
})

test('keeping a trust with a high finding takes a reason, and removing it does not', async () => {
  const { reviewId } = await reviewOf('id-review-six', ['six-a'])
  const { database } = the.world.portal
  await database.update(reviewItem).set({ severity: 'high' }).where(eq(reviewItem.reviewId, reviewId))
  const bare = await call(the.person, 'PUT', `${reviewsUrl}/${reviewId}/items/1/decision`, {
    version: 0,
    decision: 'keep',
    reason: ' ',
  })
  expect([bare.status, bare.body.fields]).toMatchObject([400, [{ path: 'reason' }]])
  const { body } = await decide(the.person, reviewId, 1, { decision: 'remove' })
  expect(body).toMatchObject({ decided: { decision: 'remove' }, version: 1 })
  const said = { version: 1, decision: 'keep', reason: 'The shop stops without it.' }
  expect((await decide(the.person, reviewId, 1, said)).body.decided?.reason).toBe(said.reason)
})

test('the next review tells what changed since the last one that ended, and how it was decided', async () => {
  const { reviewId } = await reviewOf('id-review-seven', ['seven-a'])
  await decide(the.person, reviewId, 1, { decision: 'keep', reason: 'In use.' })
  await move(the.person, reviewId, 'ended')
  const url = `${identityUrl('id-review-seven')}/trusts/seven-a`
  const { body: seen } = await call<Trust>(the.person, 'GET', url)
  const { audiences, fingerprint, issuer } = seen
  const subject = 'repo:octo-org/wider:ref:refs/heads/main'
  await call(the.person, 'PUT', url, { issuer, audiences, fingerprint, subject })
  expect((await itemOf(the.person, reviewId, 1)).meanwhile).toBe('same')
  await readInventoryOf(the.person)
  expect((await itemOf(the.person, reviewId, 1)).meanwhile).toBe('changed')
  const next = await makeReview(the.person, 'id-review-seven')
  expect((await itemOf(the.person, next.reviewId, 1)).since).toMatchObject({
    reviewId,
    decided: { decision: 'keep', reason: 'In use.' },
    changes: [{ text: `The subject was ${seen.subject}, and is ${subject}.`, widens: true }],
  })
})

test('the evidence names who, when, on which facts, with links of the chain; the restore file makes it again', async () => {
  const { reviewId } = await reviewOf('id-review-five', ['five-a', 'five-b'])
  const [row] = await rowsOf(the.person, reviewId)
  await decide(the.person, reviewId, row?.ordinal ?? 0, { decision: 'remove', note: '=cmd|calc' })
  await move(the.person, reviewId, 'ended')
  await apply(the.person, reviewId, 1)
  await settled(the.person, reviewId)
  const { body } = await call<ReviewEvidence>(the.person, 'GET', `${reviewsUrl}/${reviewId}/evidence`)
  const link = { number: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/) }
  expect(body.rows[0]).toMatchObject({
    decided: { decision: 'remove', by: { username: adminName } },
    applied: { outcome: 'done' },
    decisionLink: link,
    removalLink: link,
  })
  expect(body.rows[1]).toMatchObject({ decided: null, decisionLink: null, removalLink: null })
  expect(body.links.map(({ operation }) => operation)).toEqual([
    'review.open',
    'review.close',
    'review.apply',
  ])
  const wholeFile = await the.person.inject({ url: `${reviewsUrl}/${reviewId}/export?format=json` })
  expect(wholeFile.json<ReviewEvidence>().rows).toEqual(body.rows)
  const csv = await the.person.inject({ url: `${reviewsUrl}/${reviewId}/export?format=csv` })
  expect(csv.body.split('\r\n')[1]).toContain(`"'=cmd|calc"`)
  const file = await the.person.inject({ url: `${reviewsUrl}/${reviewId}/restore-file` })
  const { trusts } = file.json<{ trusts: { name: string; command: string; outcome: string }[] }>()
  expect(trusts).toHaveLength(1)
  expect(trusts[0]?.outcome).toBe('done')
  expect(trusts[0]?.command).toMatch(
    /^az identity federated-credential create \\\n[^]*--subject repo:octo-org\/five-/,
  )
  const script = await the.person.inject({ url: `${reviewsUrl}/${reviewId}/restore-file?format=sh` })
  expect(script.body).toContain(`\n${trusts[0]?.command}\n`)
})

test.each([
  ['a query that is not understood', { query: 'risk:terrible' }, 400, 'INPUT_REFUSED'],
  ['nothing that fits', { query: 'nothing-is-called-this' }, 422, 'REVIEW_EMPTY'],
  ['a day that is over', { dueAt: '2020-01-01T00:00:00Z' }, 400, 'INPUT_REFUSED'],
  ['no name', { name: ' ' }, 400, 'INPUT_REFUSED'],
  ['a reviewer that names nobody', { reviewers: ['somebody'] }, 400, 'INPUT_REFUSED'],
])('no review of %s', async (_what, change, status, code) => {
  const wanted = { name: 'One', query: '', dueAt: new Date(Date.now() + 9e6).toISOString(), ...change }
  const { body, status: found } = await call(the.person, 'POST', reviewsUrl, wanted)
  expect([found, body.code]).toEqual([status, code])
})
