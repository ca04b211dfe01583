import type { CreatedApplication, InventoryPage } from '@trustwright/shared-schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildTestApp } from '../../testing/build-test-app.ts'
import { ended, latestPass, readWhole, startPass } from '../../testing/inventory-steps.ts'
import {
  quickly,
  startInventoryWorld,
  wholePass,
  type InventoryWorld,
} from '../../testing/inventory-world.ts'
import { noFindings } from '../../testing/no-findings.ts'
import { call } from '../../testing/portal-world.ts'

let world: InventoryWorld
let control: InventoryWorld['control']
let exported: InventoryWorld['exported']
beforeAll(async () => {
  world = await startInventoryWorld()
  ;({ control, exported } = world)
}, 60_000)
afterAll(() => world.close())

/** Graph does not list managed identities. */
const unlisted = {
  match: { operation: 'graph/list-principals' },
  mode: { rate: 1 },
  effect: { status: 400, code: 'Request_UnsupportedQuery' },
}

test('every trust of the tenant is found by a few lists, and what it opens', async () => {
  await control('POST', 'review-seed', { identities: 60, applications: 30, credentials: 180 })
  const alex = await world.portal.signedIn('admin')
  const { scan, rows, parents } = await wholePass(alex)
  expect(rows.map(({ key }) => key).toSorted()).toEqual(await exported())
  expect(scan).toMatchObject({
    state: 'finished',
    identitiesBy: 'list',
    identitiesUnreadable: 0,
    applicationsUnreadable: 0,
  })
  expect(scan.applicationsRead + scan.identitiesRead).toBeGreaterThanOrEqual(90)
  expect(scan.requests.arm + scan.requests.graph + scan.requests.resourceGraph).toBe(scan.leastRequests)
  expect(
    parents.some(({ roles }) => roles.known && roles.value.some(({ roleName }) => roleName !== null)),
  ).toBe(true)
  // Inherited by every subscription.
  const above = parents.flatMap(({ roles }) =>
    roles.known ? roles.value.filter(({ scopeKind }) => scopeKind === 'management-group') : [],
  )
  expect(above.map(({ broad }) => broad)).toContain(true)
  expect(parents.every(({ allTrustsRead, owners }) => allTrustsRead && owners.known)).toBe(true)
  // One group of the seed is guarded by a policy about trusts.
  const guarded = parents.filter(({ key }) => /\/resourcegroups\/[^/]*-guarded\//.test(key))
  expect(guarded.length).toBeGreaterThan(0)
  const named = new Set(guarded.map(({ key }) => key))
  const policies = parents.map(({ azurePolicies: each }) =>
    each?.known === true ? each.value.map(({ displayName }) => displayName) : each,
  )
  const wanted = parents.map(({ key, parent }) => {
    if (parent.kind === 'application') return undefined
    return named.has(key) ? ['Repositories of contoso alone'] : []
  })
  expect(policies).toEqual(wanted)
})

test('a second reading that finds nothing new writes no row', async () => {
  const alex = await world.portal.signedIn('admin')
  const { nextAfter } = await wholePass(alex)
  const { scan } = await wholePass(alex)
  const { body } = await call<InventoryPage>(alex, 'GET', `/api/inventory/rows?after=${nextAfter}`)
  expect([body.scan?.number, body.rows, body.parents, body.gone]).toEqual([scan.number, [], [], []])
  expect(body.nextAfter).toBe(nextAfter)
})

test.each([
  ['refuses to look for trusts', 'refused'],
  ['leaves managed identities out without a word', 'applicationsOnly'],
])('where Graph %s, nothing is missed, and the rows are the same', async (_, credentialFilters) => {
  const alex = await world.portal.signedIn('admin')
  const before = await wholePass(alex)
  await control('PATCH', 'reality', { credentialFilters })
  const after = await wholePass(alex)
  await control('PATCH', 'reality', { credentialFilters: 'served' })
  expect(after.scan).toMatchObject({
    applicationsUnreadable: 0,
    identitiesUnreadable: 0,
    identitiesBy: 'each',
  })
  expect(after.scan.applicationsRead).toBe(before.scan.applicationsRead)
  expect(after.scan.requests.arm).toBeGreaterThan(60)
  expect(after.rows.map(({ key }) => key).toSorted()).toEqual(before.rows.map(({ key }) => key).toSorted())
  const { body } = await call<{ added: number; removed: number; changed: number }>(
    alex,
    'GET',
    `/api/inventory/compare?from=${before.scan.number}&to=${after.scan.number}`,
  )
  expect(body).toMatchObject({ added: 0, removed: 0, changed: 0 })
})

test('what was made, changed and removed between two snapshots is told, with who did it', async () => {
  const dana = await world.portal.signedIn('developer')
  const first = await wholePass(dana)
  const { body } = await call<CreatedApplication>(dana, 'POST', '/api/applications', {
    displayName: 'Pay API',
  })
  const { appId } = body.application
  const { status } = await call(dana, 'POST', `/api/applications/${appId}/trusts`, {
    name: 'one',
    issuer: 'https://token.actions.githubusercontent.com',
    subject: 'repo:contoso/one:environment:prod',
    audiences: ['api://AzureADTokenExchange'],
    description: 'Number one',
  })
  expect(status).toBe(201)
  const second = await wholePass(dana)
  const ours = second.rows.filter(
    ({ trust: { parent } }) => parent.kind === 'application' && parent.appId === appId,
  )
  expect(ours.map(({ trust, applicationName }) => [trust.name, trust.description, applicationName])).toEqual([
    ['one', 'Number one', 'Pay API'],
  ])
  const compared = await call<{
    changes: { kind: string; change: string; displayName: string; by: unknown }[]
  }>(dana, 'GET', `/api/inventory/compare?from=${first.scan.number}&to=${second.scan.number}`)
  expect(compared.body.changes.find(({ kind }) => kind === 'trust')).toMatchObject({
    change: 'added',
    displayName: 'one',
    by: { who: 'dana@contoso.onmicrosoft.com', source: 'portal' },
  })
})

test('each person’s subscriptions are those that Azure lets them read', async () => {
  const dana = await world.portal.signedIn('developer')
  const { rows, scan } = await wholePass(dana)
  expect(scan).toMatchObject({ state: 'finished', subscriptionsFound: 1 })
  const names = new Set(rows.map(({ subscriptionName }) => subscriptionName))
  expect([...names].filter((name) => name !== '')).toEqual(['Contoso Development'])
})

test('a run whose person was signed out waits for them, and goes on when they are back', async () => {
  const dana = await world.portal.signedIn('developer')
  await control('POST', 'sign-outs', { username: 'dana@contoso.onmicrosoft.com' })
  await startPass(dana)
  const again = await world.portal.signedIn('developer')
  const { number } = await latestPass(again)
  expect(await ended(again, 30_000)).toMatchObject({ number, state: 'finished' })
})

test('a portal that closes in the middle hands its run to the next one', async () => {
  // The clock stands still: after the first second's worth the run waits for the next one.
  const environment = { INVENTORY_LISTS_PER_SECOND_PER_TENANT: '30' }
  const { postgres, emulator } = world
  const served = await world.fault(unlisted)
  const overrides = { findings: noFindings() }
  const one = await buildTestApp({ postgres, emulator, environment, overrides })
  const alex = await one.signedIn('admin')
  await startPass(alex)
  await expect
    .poll(async () => (await latestPass(alex)).identitiesRead, { timeout: 40_000 })
    .toBeGreaterThan(0)
  await one.app.close()
  await one.pool.end()
  await served()
  const two = await buildTestApp({
    postgres,
    emulator,
    environment: quickly,
    overrides,
    connectionString: one.connectionString,
  })
  const robin = await two.signedIn('admin')
  const scan = await ended(robin, 30_000)
  expect(scan).toMatchObject({ number: 1, state: 'finished', identitiesBy: 'each' })
  expect((await readWhole(robin)).rows.map(({ key }) => key).toSorted()).toEqual(await exported())
  await two.close()
})

test('a tenant without a trust is finished with nothing', async () => {
  await control('DELETE', 'trusts')
  const alex = await world.portal.signedIn('admin')
  const { scan, rows } = await wholePass(alex)
  expect([scan.state, rows.length, scan.trustsFound]).toEqual(['finished', 0, 0])
  const { body } = await call<InventoryPage>(alex, 'GET', '/api/inventory/rows?snapshot=1')
  expect(body.rows.length).toBeGreaterThan(0)
})
