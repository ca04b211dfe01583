import type { Application, InventoryComparison } from '@trustwright/shared-schemas'
import { PgBoss } from 'pg-boss'
import { expect, test } from 'vitest'
import { asAutomation } from '../../testing/as-automation.ts'
import { buildTestApp } from '../../testing/build-test-app.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { ended } from '../../testing/inventory-steps.ts'
import { quickly, startInventoryWorld, wholePass } from '../../testing/inventory-world.ts'
import { noFindings } from '../../testing/no-findings.ts'
import { call, development } from '../../testing/portal-world.ts'

const world = forThisFile(startInventoryWorld)

const identity = `/subscriptions/${development}/resourceGroups/rg-pay-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pay-deploy-dev`
const trust = {
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:contoso/outside:environment:prod',
  audiences: ['api://AzureADTokenExchange'],
}

const arm = (path: string, body: object) =>
  asAutomation(world.emulator, 'management.azure.com', ['PUT', path, body])
const graph = (path: string, body: object) =>
  asAutomation(world.emulator, 'graph.microsoft.com', ['POST', path, body])

test('who made a trust past the portal is told by Azure’s own logs, and a log that is refused is named', async () => {
  const alex = await world.portal.signedIn('admin')
  const before = await wholePass(alex)
  const { body } = await call<{ application: Application }>(alex, 'POST', '/api/applications', {
    displayName: 'Made inside',
  })
  await arm(`${identity}/federatedIdentityCredentials/outside?api-version=2024-11-30`, {
    properties: trust,
  })
  const { appId } = body.application
  await graph(`/beta/applications(appId='${appId}')/federatedIdentityCredentials`, {
    name: 'outside',
    ...trust,
  })
  const after = await wholePass(alex)
  const address = `/api/inventory/compare?from=${before.scan.number}&to=${after.scan.number}`
  const trusts = async () => {
    const { body: compared } = await call<InventoryComparison>(alex, 'GET', address)
    // Trusts come first, page by page too.
    const pages = ['', '&limit=2', '&limit=2&after=2%20'].map((more) =>
      call<InventoryComparison>(alex, 'GET', `${address}${more}`),
    )
    const kinds = (await Promise.all(pages)).map(({ body: page }) => page.changes.map(({ kind }) => kind))
    expect(kinds).toEqual([['trust', 'trust', 'parent'], ['trust', 'trust'], ['parent']])
    return { ...compared, changes: compared.changes.filter(({ kind }) => kind === 'trust') }
  }
  const told = await trusts()
  expect([told.added, told.removed, told.changed, told.logsUnread]).toEqual([2, 0, 0, []])
  expect(told.changes.map(({ change, by }) => `${change} ${by?.source}`).toSorted()).toEqual([
    'added activity-log',
    'added directory-audit',
  ])
  expect(told.changes.every(({ by }) => by !== null && by.who !== '')).toBe(true)
  const takeBack = await world.fault({
    match: { operation: 'graph/list-audits' },
    mode: { rate: 1 },
    effect: { status: 403, code: 'Authorization_RequestDenied' },
  })
  const partly = await trusts()
  await takeBack()
  expect(partly.logsUnread).toEqual([expect.stringContaining('Directory audit')])
  expect(partly.changes.map(({ by }) => by?.source ?? 'nobody').toSorted()).toEqual([
    'activity-log',
    'nobody',
  ])
})

test('the portal reads with its own identity when its hour comes, and shows that to administrators alone', async () => {
  const heard: string[] = []
  const { postgres, emulator } = world
  const environment = { ...quickly, INVENTORY_SCHEDULE: '17 3 * * *' }
  const overrides = { findings: noFindings((owner) => heard.push(owner)) }
  const portal = await buildTestApp({ postgres, emulator, environment, overrides })
  await portal.app.listen({ port: 0, host: '127.0.0.1' })
  const [alex, dana] = [await portal.signedIn('admin'), await portal.signedIn('developer')]
  const boss = new PgBoss({ connectionString: portal.connectionString, schema: 'pgboss', supervise: false })
  await boss.start()
  await expect
    .poll(async () => (await boss.getSchedules()).map(({ name, cron, timezone }) => [name, cron, timezone]))
    .toEqual([['inventory-schedule', '17 3 * * *', 'UTC']])
  // What pg-boss does at that hour.
  await boss.send('inventory-schedule', {})
  const scan = await ended(alex, 15_000, '?of=portal')
  await boss.stop({ graceful: false })
  expect(scan).toMatchObject({ owner: 'portal', number: 1, state: 'finished' })
  expect(heard).toEqual(['portal'])
  const refused = await call(dana, 'GET', '/api/inventory/rows?of=portal')
  expect([refused.status, refused.body.code]).toEqual([403, 'FORBIDDEN'])
  const mine = await call<{ scan: null }>(alex, 'GET', '/api/inventory/latest')
  expect(mine.body.scan).toBeNull()
  await portal.close()
})
