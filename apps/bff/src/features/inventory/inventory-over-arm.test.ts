import type { CreatedApplication, InventoryPage, InventoryScan } from '@trustwright/shared-schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignedInBrowser } from '../../testing/build-test-app.ts'
import { call, development, startPortalWorld, type PortalWorld } from '../../testing/portal-world.ts'

let world: PortalWorld
beforeAll(async () => {
  world = await startPortalWorld()
}, 60_000)
afterAll(() => world.close())

async function wholePass(browser: SignedInBrowser): Promise<InventoryPage> {
  const { body: started } = await call<InventoryScan>(browser, 'POST', '/api/inventory')
  const read = async () =>
    (await call<InventoryPage>(browser, 'GET', `/api/inventory/${started.scanId}`)).body
  await expect.poll(async () => (await read()).scan.state, { timeout: 15_000 }).not.toBe('running')
  return read()
}

test('each person’s pass holds exactly what Azure lets them read', async () => {
  const alex = await wholePass(await world.portal.signedIn('admin'))
  const dana = await wholePass(await world.portal.signedIn('developer'))
  expect(alex.scan).toMatchObject({ state: 'finished', subscriptionsFound: 3, subscriptionsUnreadable: 0 })
  expect(dana.scan).toMatchObject({ state: 'finished', subscriptionsFound: 1 })
  expect(alex.rows.length).toBeGreaterThan(dana.rows.length)
  const subscriptionsOf = ({ rows }: InventoryPage) =>
    new Set(
      rows.filter(({ trust }) => trust.parent.kind === 'managedIdentity').map((row) => row.subscriptionName),
    )
  expect(subscriptionsOf(dana)).toEqual(new Set(['Contoso Development']))
})

test('trusts of applications are in the pass, with their names and descriptions', async () => {
  const dana = await world.portal.signedIn('developer')
  const { body } = await call<CreatedApplication>(dana, 'POST', '/api/applications', {
    displayName: 'Pay API',
  })
  const { appId } = body.application
  for (const name of ['one', 'two']) {
    const { status } = await call(dana, 'POST', `/api/applications/${appId}/trusts`, {
      name,
      issuer: 'https://token.actions.githubusercontent.com',
      subject: `repo:contoso/${name}:environment:prod`,
      audiences: ['api://AzureADTokenExchange'],
      description: `Number ${name}`,
    })
    expect(status).toBe(201)
  }
  const { rows, scan } = await wholePass(dana)
  const ours = rows.filter(({ trust: { parent } }) => parent.kind === 'application' && parent.appId === appId)
  expect(ours.map(({ trust, applicationName }) => [trust.name, trust.description, applicationName])).toEqual([
    ['one', 'Number one', 'Pay API'],
    ['two', 'Number two', 'Pay API'],
  ])
  const applications = new Set(
    rows.flatMap(({ trust: { parent } }) => (parent.kind === 'application' ? [parent.appId] : [])),
  )
  expect(scan).toMatchObject({
    state: 'finished',
    applicationsFound: applications.size,
    applicationsRead: applications.size,
    applicationsUnreadable: 0,
  })
})

test('an identity that Azure throttles is waited for, and one that it refuses is counted', async () => {
  const dana = await world.portal.signedIn('developer')
  const group = `/api/subscriptions/${development}/resource-groups/rg-pay-dev/identities`
  for (const identityName of ['sentinel-throttled', 'sentinel-forbidden']) {
    const { status } = await call(dana, 'POST', group, { identityName, location: 'westeurope' })
    expect(status).toBe(201)
  }
  const { scan, unreadable } = await wholePass(dana)
  expect(scan).toMatchObject({ state: 'finished', identitiesUnreadable: 1 })
  expect(scan.identitiesRead).toBe(scan.identitiesFound - 1)
  expect(unreadable).toEqual([
    expect.objectContaining({ kind: 'identity', displayName: 'sentinel-forbidden', code: 'FORBIDDEN' }),
  ])
})

test('a pass stops with a reason when Entra has withdrawn the person’s sign-in', async () => {
  const dana = await world.portal.signedIn('developer')
  await fetch(`${world.emulator.browserOrigin}/_emulator/sign-outs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'dana@contoso.onmicrosoft.com' }),
  })
  const { body: started } = await call<InventoryScan>(dana, 'POST', '/api/inventory')
  const again = await world.portal.signedIn('developer')
  const read = async () =>
    (await call<InventoryPage>(again, 'GET', `/api/inventory/${started.scanId}`)).body.scan
  await expect.poll(async () => (await read()).state, { timeout: 15_000 }).toBe('stopped')
  expect((await read()).stoppedBecause).toContain('sign-in ended')
  const { status, body } = await call(dana, 'GET', '/api/subscriptions')
  expect([status, body.code]).toEqual([401, 'SESSION_ENDED'])
})
