import type { Draft, DraftBody, DraftSummary } from '@trustwright/shared-schemas'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { draft } from '../../db/schema-drafts.ts'
import { setUpRun } from '../../db/schema-set-up.ts'
import { buildTestApp, type SignedInBrowser } from '../../testing/build-test-app.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call } from '../../testing/portal-world.ts'
import { startTestPostgres } from '../../testing/test-postgres.ts'
import { sweepDrafts } from './sweep-drafts.ts'

const day = 24 * 60 * 60 * 1000
const body: DraftBody = {
  step: 'workload',
  source: { kind: 'workload' },
  presetId: 'github-actions',
  fields: { repository: 'contoso/pay-api' },
  name: 'pay-api',
  audience: '',
  description: '',
  parent: null,
  access: [],
  bulk: null,
}

const postgres = forThisFile(startTestPostgres)
const portal = forThisFile(() => buildTestApp({ postgres }))
let dana: SignedInBrowser
beforeEach(async () => {
  await portal.database.delete(draft)
  dana = await portal.signedIn('developer')
})

async function create(browser: SignedInBrowser, wanted: DraftBody = body): Promise<Draft> {
  const { status, body: made } = await call<Draft>(browser, 'POST', '/api/drafts', wanted)
  expect(status).toBe(201)
  return made
}
const list = async (browser: SignedInBrowser) =>
  (await call<{ drafts: DraftSummary[] }>(browser, 'GET', '/api/drafts')).body.drafts

test('a draft is kept as it was, and comes back after another sign-in', async () => {
  const made = await create(dana)
  await call(dana, 'POST', '/api/sign-out')
  expect((await call(dana, 'GET', `/api/drafts/${made.draftId}`)).status).toBe(401)
  const again = await portal.signedIn('developer')
  const { body: read } = await call<Draft>(again, 'GET', `/api/drafts/${made.draftId}`)
  expect(read).toEqual(made)
  expect(read).toMatchObject({ version: 1, runId: null, body })
  expect(Date.parse(read.keptUntil) - Date.parse(read.changedAt)).toBe(30 * day)
})

test('saving counts the version up', async () => {
  const { draftId } = await create(dana)
  const next = { ...body, step: 'access' as const }
  const { status, body: saved } = await call<Draft>(dana, 'PUT', `/api/drafts/${draftId}`, {
    version: 1,
    body: next,
  })
  expect([status, saved.version, saved.body]).toEqual([200, 2, next])
})

test('of two tabs the second to save is told the version that is stored, and loses nothing', async () => {
  const { draftId } = await create(dana)
  const url = `/api/drafts/${draftId}`
  const mine = { ...body, name: 'mine' }
  const theirs = { ...body, name: 'theirs' }
  const saves = await Promise.all([
    call<Draft>(dana, 'PUT', url, { version: 1, body: mine }),
    call<Draft>(dana, 'PUT', url, { version: 1, body: theirs }),
  ])
  expect(new Set(saves.map(({ status }) => status))).toEqual(new Set([200, 409]))
  const won = saves.find(({ status }) => status === 200)?.body
  const late = await call(dana, 'PUT', url, { version: 1, body: mine })
  expect([late.status, late.body.code]).toEqual([409, 'DRAFT_CHANGED_MEANWHILE'])
  expect(late.body.current).toEqual({ version: 2, changedAt: won?.changedAt })
  expect((await call<Draft>(dana, 'GET', url)).body).toEqual(won)
  const kept = await call<Draft>(dana, 'PUT', url, { version: 2, body: mine })
  expect([kept.status, kept.body.version, kept.body.body.name]).toEqual([200, 3, 'mine'])
})

test('somebody else’s draft is not there for them', async () => {
  const { draftId } = await create(dana)
  const robin = await portal.signedIn('reader')
  const url = `/api/drafts/${draftId}`
  for (const answer of [
    await call(robin, 'GET', url),
    await call(robin, 'PUT', url, { version: 1, body }),
    await call(robin, 'DELETE', url),
  ]) {
    expect([answer.status, answer.body.code]).toEqual([404, 'DRAFT_NOT_FOUND'])
    expect(answer.body.detail).toContain('belongs to somebody else or was deleted')
  }
  expect(await list(robin)).toEqual([])
  expect((await call(dana, 'GET', url)).status).toBe(200)
})

test('a deleted draft is gone', async () => {
  const { draftId } = await create(dana)
  const url = `/api/drafts/${draftId}`
  expect(await call(dana, 'DELETE', url)).toEqual({ status: 200, body: { draftId } })
  expect((await call(dana, 'DELETE', url)).body.code).toBe('DRAFT_NOT_FOUND')
  expect((await call(dana, 'PUT', url, { version: 1, body })).body.code).toBe('DRAFT_NOT_FOUND')
})

test('the list is newest first, and leaves the rows of many out', async () => {
  const bulk = { kind: 'table' as const, columns: ['repository'], rows: [['contoso/pay']], parents: [] }
  const first = await create(dana, { ...body, bulk })
  portal.clock.advance(1000)
  const second = await create(dana)
  portal.clock.advance(1000)
  await call(dana, 'PUT', `/api/drafts/${first.draftId}`, { version: 1, body: { ...body, bulk } })
  const drafts = await list(dana)
  expect(drafts.map(({ draftId }) => draftId)).toEqual([first.draftId, second.draftId])
  const { bulk: _, ...rest } = body
  expect(drafts.map((each) => [each.bulk, each.body])).toEqual([
    ['table', rest],
    [null, rest],
  ])
})

test.each([
  ['a token', { ...body, fields: { repository: 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvIn0.c2ln' } }],
  ['a field that there is not', { ...body, pasted: 'x' }],
  ['no step', { ...body, step: undefined }],
])('%s is refused with its field, and nothing is kept', async (_, wrong) => {
  const { status, body: problem } = await call(dana, 'POST', '/api/drafts', wrong)
  expect([status, problem.code]).toEqual([400, 'INPUT_REFUSED'])
  expect(problem.fields).toHaveLength(1)
  expect(JSON.stringify(problem)).not.toContain('eyJhbGci')
  expect(await list(dana)).toEqual([])
})

test('a table of ten thousand rows is kept; what is larger than the portal takes is refused', async () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => [
    `contoso/service-${index}`,
    `environment-${index}`,
    'x'.repeat(200),
  ])
  const bulk = { kind: 'table' as const, columns: ['a', 'b', 'c'], rows, parents: [] }
  const made = await create(dana, { ...body, bulk })
  expect((await call<Draft>(dana, 'GET', `/api/drafts/${made.draftId}`)).body.body.bulk).toEqual(bulk)
  const large = rows.map((row) => [...row, 'y'.repeat(300)])
  const { status, body: problem } = await call(dana, 'POST', '/api/drafts', {
    ...body,
    bulk: { ...bulk, rows: large },
  })
  expect([status, problem.code]).toEqual([413, 'BODY_TOO_LARGE'])
})

/** Fifty drafts, a minute apart, without asking the portal. */
async function fillUp(): Promise<string[]> {
  const one = await create(dana)
  const [stored] = await portal.database.select().from(draft)
  if (stored === undefined) throw new Error('the draft is missing')
  const rows = Array.from({ length: 49 }, (_, index) => ({
    ...stored,
    draftId: crypto.randomUUID(),
    changedAt: new Date(stored.changedAt.getTime() - (index + 1) * 60_000),
  }))
  await portal.database.insert(draft).values(rows)
  return [one.draftId, ...rows.map(({ draftId }) => draftId)]
}

test('the fifty-first unfinished draft is refused with words, also when two come at once', async () => {
  const ids = await fillUp()
  expect(await list(dana)).toHaveLength(50)
  const { status, body: problem } = await call(dana, 'POST', '/api/drafts', body)
  expect([status, problem.code]).toEqual([409, 'DRAFT_LIMIT_REACHED'])
  expect(problem.nextStep).toMatch(/oldest was last changed on \d{4}-\d{2}-\d{2}/)
  await call(dana, 'DELETE', `/api/drafts/${ids[0]}`)
  const both = await Promise.all([
    call(dana, 'POST', '/api/drafts', body),
    call(dana, 'POST', '/api/drafts', body),
  ])
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 409]))
})

test('a draft that was carried out makes room for a new one', async () => {
  const ids = await fillUp()
  const [runId, now] = [crypto.randomUUID(), new Date()]
  const facts = { sessionId: 's', heartbeatAt: now, turn: 1, change: 1, itemCount: 1, startedAt: now }
  await portal.database
    .insert(setUpRun)
    .values({ runId, tenantId: 't', ownerObjectId: 'o', state: 'finished', ...facts })
  const { body: problem } = await call(dana, 'POST', '/api/drafts', body)
  expect(problem.code).toBe('DRAFT_LIMIT_REACHED')
  await portal.database
    .update(draft)
    .set({ runId })
    .where(eq(draft.draftId, ids[7] ?? ''))
  await create(dana)
  const kept = (await list(dana)).map(({ draftId }) => draftId)
  expect(kept).toHaveLength(50)
  expect(kept).not.toContain(ids[7])
})

test('thirty days after its last change a draft is gone, and swept away', async () => {
  const old = await create(dana)
  portal.clock.advance(29 * day)
  const robin = await portal.signedIn('developer')
  const saved = await call<Draft>(robin, 'PUT', `/api/drafts/${old.draftId}`, { version: 1, body })
  portal.clock.advance(29 * day)
  const later = await portal.signedIn('developer')
  await create(later)
  expect((await call(later, 'GET', `/api/drafts/${old.draftId}`)).status).toBe(200)
  portal.clock.advance(day + 1)
  const latest = await portal.signedIn('developer')
  expect(saved.body.version).toBe(2)
  expect((await call(latest, 'GET', `/api/drafts/${old.draftId}`)).body.code).toBe('DRAFT_NOT_FOUND')
  await sweepDrafts({ clock: portal.clock, db: portal.database })
  expect(await portal.database.select().from(draft)).toHaveLength(1)
})
