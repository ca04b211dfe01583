import type { FixRun, RemovalPlan, Trust } from '@trustwright/shared-schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignedInBrowser } from '../../testing/build-test-app.ts'
import { call, startPortalWorld, type PortalWorld } from '../../testing/portal-world.ts'
import { unpaced } from '../../testing/set-up-steps.ts'
import { endOfFixes, identityUrl, readAnew, storedOn, storeIdentity } from '../findings/testing/fix-steps.ts'

let world: PortalWorld
let dana: SignedInBrowser
let admin: SignedInBrowser
let reading: Promise<void> | null = null
beforeAll(async () => {
  world = await startPortalWorld({
    environment: {
      ...unpaced,
      INVENTORY_LISTS_PER_SECOND_PER_SUBSCRIPTION: '1000',
      INVENTORY_LISTS_PER_SECOND_PER_TENANT: '1000',
    },
  })
  dana = await world.portal.signedIn('developer')
  admin = await world.portal.signedIn('admin')
  const trusts = ['one', 'two', 'three'].map((name) => ({
    name,
    subject: `repo:octo-org/shop:environment:${name}`,
  }))
  for (const name of ['id-gone-1', 'id-gone-2']) await storeIdentity(dana, name, trusts)
}, 60_000)
afterAll(() => world.close())

async function keysOn(identity: string, ...names: readonly string[]): Promise<string[]> {
  await (reading ??= readAnew(dana))
  const keys = names.map(async (name) => {
    const { body } = await call<Trust>(dana, 'GET', `${identityUrl(identity)}/trusts/${name}`)
    return body.resourceId.toLowerCase()
  })
  return await Promise.all(keys)
}
const dryRun = (keys: readonly string[], browser = dana) =>
  call<RemovalPlan & { code: string }>(browser, 'POST', '/api/removals/dry-run', { keys })
const start = (keys: readonly string[], digest: string, browser = dana) =>
  call<FixRun & { code: string }>(browser, 'POST', '/api/removals', { keys, digest })

test('a dry run deletes nothing; the run deletes exactly what it showed, and each can be restored', async () => {
  const keys = await keysOn('id-gone-1', 'one', 'two')
  const { body: plan } = await dryRun([...keys, ...keys, '/not/there'])
  expect(plan.items.map(({ name, parentName }) => `${parentName} ${name}`)).toEqual([
    'id-gone-1 one',
    'id-gone-1 two',
  ])
  expect(plan.left).toEqual([{ key: '/not/there', why: expect.stringContaining('not stored any more') }])
  expect(await storedOn(dana, 'id-gone-1')).toHaveLength(3)

  const { body: begun, status } = await start(keys, plan.digest)
  expect([status, begun.origin]).toEqual([201, 'list'])
  const { items, run } = await endOfFixes(dana, begun.runId)
  expect([run.state, run.counts.done]).toEqual(['finished', 2])
  expect(await storedOn(dana, 'id-gone-1')).toEqual([expect.stringMatching(/^three /)])
  const url = `${identityUrl('id-gone-1')}/deleted-trusts/${items[0]?.deletedTrustId ?? ''}/restore`
  expect((await call<Trust>(dana, 'POST', url)).status).toBe(201)
})

test('what somebody changed since the reading stays, and the rest goes', async () => {
  const keys = await keysOn('id-gone-2', 'one', 'two')
  const { body: plan } = await dryRun(keys)
  const url = `${identityUrl('id-gone-2')}/trusts/one`
  const { body: seen } = await call<Trust>(dana, 'GET', url)
  const { audiences, fingerprint, issuer } = seen
  const change = { issuer, audiences, fingerprint, subject: 'repo:octo-org/shop:environment:changed' }
  expect((await call(dana, 'PUT', url, change)).status).toBe(200)
  const { body: begun } = await start(keys, plan.digest)
  const { items } = await endOfFixes(dana, begun.runId)
  expect(items.map(({ code, name, state }) => `${name} ${state} ${code ?? '-'}`).toSorted()).toEqual([
    'one conflict TRUST_CHANGED_MEANWHILE',
    'two done -',
  ])
})

test('another plan than the one that was shown is refused, and so is an empty one', async () => {
  const keys = await keysOn('id-gone-2', 'one', 'three')
  const { body: plan } = await dryRun(keys)
  expect((await start(keys.slice(1), plan.digest)).body.code).toBe('FIX_PLAN_CHANGED')
  const { body: empty } = await dryRun(['/not/there'])
  expect(empty.items).toEqual([])
  expect((await start(['/not/there'], empty.digest)).body.code).toBe('FIX_PLAN_CHANGED')
})

test('nobody deletes what only another one read, nor the portal’s without being its administrator', async () => {
  const keys = await keysOn('id-gone-2', 'three')
  const { body } = await dryRun(keys, admin)
  expect([body.items, body.left.length]).toEqual([[], 1])
  const ofPortal = await call(dana, 'POST', '/api/removals/dry-run', { keys, of: 'portal' })
  expect([ofPortal.status, ofPortal.body.code]).toEqual([403, 'ADMINISTRATOR_REQUIRED'])
})

test.each([
  ['no key', []],
  ['more keys than a run takes', Array.from({ length: 5001 }, (_, at) => `/trust/${at}`)],
  ['an empty key', ['']],
  ['something else than keys', [1]],
])('%s is refused', async (_, keys) => {
  const { body, status } = await call(dana, 'POST', '/api/removals/dry-run', { keys })
  expect([status, body.code]).toEqual([400, 'INPUT_REFUSED'])
})
