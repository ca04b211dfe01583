import type { NewView, SavedView, SavedViews } from '@trustwright/shared-schemas'
import { beforeEach, expect, test } from 'vitest'
import { savedView } from '../../db/schema-views.ts'
import { buildTestApp, type SignedInBrowser } from '../../testing/build-test-app.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call } from '../../testing/portal-world.ts'
import { startTestPostgres } from '../../testing/test-postgres.ts'

const postgres = forThisFile(startTestPostgres)
const portal = forThisFile(() => buildTestApp({ postgres }))
let admin: SignedInBrowser
let dana: SignedInBrowser
let robin: SignedInBrowser
beforeEach(async () => {
  await portal.database.delete(savedView)
  admin = await portal.signedIn('admin')
  dana = await portal.signedIn('developer')
  robin = await portal.signedIn('reader')
})

const view: NewView = {
  name: 'Owners from outside',
  query: 'role:owner used:never',
  sort: '-risk',
  columns: 'trust,access,risk',
  of: 'mine',
  shared: false,
}
const shared: NewView = { ...view, name: 'Needs attention', shared: true }
const url = '/api/views'

async function made(browser: SignedInBrowser, wanted: NewView = view): Promise<SavedView> {
  const { status, body } = await call<SavedView>(browser, 'POST', url, wanted)
  expect(status).toBe(201)
  return body
}
const list = async (browser: SignedInBrowser) => (await call<SavedViews>(browser, 'GET', url)).body
const save = (browser: SignedInBrowser, { viewId }: SavedView, change: object) =>
  call<SavedView & { code: string }>(browser, 'PUT', `${url}/${viewId}`, { ...view, ...change })

test('a view comes back as it was saved, to its owner alone', async () => {
  const mine = await made(dana)
  expect(mine).toMatchObject({ ...view, version: 1, mine: true })
  expect((await list(dana)).views).toEqual([mine])
  expect((await list(robin)).views).toEqual([])
  expect((await list(admin)).views).toEqual([])
})

test('a shared view is seen by everybody, and is the administrators’ to make and to change', async () => {
  expect(await call(dana, 'POST', url, shared)).toMatchObject({
    status: 403,
    body: { code: 'ADMINISTRATOR_REQUIRED' },
  })
  const own = await made(dana)
  expect((await save(dana, own, { shared: true, version: 1 })).body.code).toBe('ADMINISTRATOR_REQUIRED')
  const all = await made(admin, shared)
  expect((await list(dana)).views.map(({ viewId, mine }) => [viewId, mine])).toEqual([
    [all.viewId, false],
    [own.viewId, true],
  ])
  const change = { ...shared, query: '', version: 1 }
  expect((await save(dana, all, change)).body.code).toBe('ADMINISTRATOR_REQUIRED')
  expect((await save(dana, all, { ...change, shared: false })).body.code).toBe('ADMINISTRATOR_REQUIRED')
  expect((await call(dana, 'DELETE', `${url}/${all.viewId}`)).status).toBe(403)
  expect((await list(robin)).views).toEqual([{ ...all, mine: false }])
})

test.each([
  ['no name', { name: '  ' }],
  ['a long name', { name: 'a'.repeat(61) }],
  ['a name that cannot be seen', { name: 'a\u200b' }],
  ['a long query', { query: 'a'.repeat(2001) }],
  ['a sort of two columns', { sort: 'risk,access' }],
  ['markup for columns', { columns: '<b>' }],
  ['somebody else’s inventory', { of: 'all' }],
  ['an unheard-of part', { tenantId: 'other' }],
])('%s is refused, and nothing is saved', async (_, change) => {
  expect(await call(dana, 'POST', url, { ...view, ...change })).toMatchObject({
    status: 400,
    body: { code: 'INPUT_REFUSED' },
  })
  expect((await list(dana)).views).toEqual([])
})

test('a name is taken once for a person and once for all, whatever its letter case', async () => {
  await made(dana)
  await made(robin)
  const again = await call<{ code: string }>(dana, 'POST', url, { ...view, name: 'OWNERS from outside' })
  expect([again.status, again.body.code]).toEqual([409, 'VIEW_NAME_TAKEN'])
  const other = await made(dana, { ...view, name: 'Other' })
  expect((await save(dana, other, { version: 1 })).body.code).toBe('VIEW_NAME_TAKEN')
  await made(admin, shared)
  expect((await call(admin, 'POST', url, shared)).status).toBe(409)
})

test('of two tabs that saw the same version one saves, and the other is told', async () => {
  const mine = await made(dana)
  const answers = await Promise.all(
    ['risk:high', 'risk:low'].map((query) => save(dana, mine, { query, version: 1 })),
  )
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    code: 'VIEW_CHANGED_MEANWHILE',
    current: { version: 2 },
  })
})

test('somebody else’s view can be neither saved nor deleted, nor told from one that there is not', async () => {
  const mine = await made(dana)
  expect((await save(robin, mine, { version: 1 })).body.code).toBe('VIEW_NOT_FOUND')
  expect((await call(robin, 'DELETE', `${url}/${mine.viewId}`)).status).toBe(404)
  expect((await call(robin, 'PUT', '/api/default-view', { viewId: mine.viewId })).status).toBe(404)
  expect((await call(dana, 'DELETE', `${url}/${mine.viewId}`)).status).toBe(200)
  expect((await call(dana, 'DELETE', `${url}/${mine.viewId}`)).status).toBe(404)
})

test('a default view is a person’s own choice, and ends with its view or its sharing', async () => {
  const all = await made(admin, shared)
  await call(dana, 'PUT', '/api/default-view', { viewId: all.viewId })
  expect((await list(dana)).defaultViewId).toBe(all.viewId)
  expect((await list(admin)).defaultViewId).toBeNull()
  await call(admin, 'PUT', `${url}/${all.viewId}`, { ...shared, shared: false, version: 1 })
  expect((await list(dana)).defaultViewId).toBeNull()
  await call(admin, 'PUT', '/api/default-view', { viewId: all.viewId })
  await call(admin, 'PUT', '/api/default-view', { viewId: null })
  expect((await list(admin)).defaultViewId).toBeNull()
  await call(admin, 'PUT', '/api/default-view', { viewId: all.viewId })
  await call(admin, 'DELETE', `${url}/${all.viewId}`)
  expect((await list(admin)).defaultViewId).toBeNull()
})

test('the hundred-and-first view of a person is refused', async () => {
  const first = await made(dana)
  const [row] = await portal.database.select().from(savedView)
  if (row === undefined) throw new Error('the view is missing')
  const more = Array.from({ length: 99 }, (_, at) => ({
    ...row,
    viewId: crypto.randomUUID(),
    name: `View ${at}`,
  }))
  await portal.database.insert(savedView).values(more)
  const { status, body } = await call<{ code: string }>(dana, 'POST', url, { ...view, name: 'One more' })
  expect([status, body.code]).toEqual([409, 'VIEW_LIMIT_REACHED'])
  await call(dana, 'DELETE', `${url}/${first.viewId}`)
  await made(dana, { ...view, name: 'One more' })
})

test('an export of the list is in the audit trail, and of the portal’s list only by an administrator', async () => {
  const taken = { of: 'mine', format: 'csv', trusts: 38, query: 'role:owner' }
  expect((await call(dana, 'POST', '/api/inventory/exports', taken)).status).toBe(200)
  const { body } = await call<{ events: { after: unknown }[] }>(
    dana,
    'GET',
    '/api/activity?operation=inventory.export&limit=1',
  )
  expect(body.events[0]?.after).toEqual(taken)
  const ofPortal = { ...taken, of: 'portal' }
  expect((await call(dana, 'POST', '/api/inventory/exports', ofPortal)).status).toBe(403)
  expect((await call(admin, 'POST', '/api/inventory/exports', ofPortal)).status).toBe(200)
})
