import type { ActivityPage, CreatedApplication, Trust } from '@trustwright/shared-schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asAutomation } from '../../testing/as-automation.ts'
import { startAzureProxy, type AzureProxy } from '../../testing/azure-proxy.ts'
import { buildTestApp, type SignedInBrowser, type TestApp } from '../../testing/build-test-app.ts'
import { call, development, startPortalWorld, type PortalWorld } from '../../testing/portal-world.ts'

const environment = { SESSION_KEYS: `k1:${Buffer.alloc(32, 5).toString('base64')}` }
const place = `/subscriptions/${development}/resourceGroups/rg-pay-dev`
/** The emulator's principal for scripts, which has to be an owner to write trusts. */
const automation = 'c8f1d3e5-6072-4b94-8c2d-1e3f507b9c03'

let world: PortalWorld
let proxy: AzureProxy
/** Speaks to Azure through the proxy. */
let portal: TestApp
let dana: SignedInBrowser
beforeAll(async () => {
  world = await startPortalWorld({ environment })
  proxy = await startAzureProxy(world.emulator.httpsOrigin)
  const { emulator, postgres } = world
  portal = await buildTestApp({
    postgres,
    emulator,
    connectionString: world.portal.connectionString,
    environment: { ...environment, ARM_ENDPOINT: proxy.origin, GRAPH_ENDPOINT: proxy.origin },
  })
  dana = await portal.signedIn('developer')
  const admin = await world.portal.signedIn('admin')
  const owner = { scope: `/subscriptions/${development}`, roleId: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635' }
  await call(admin, 'POST', `/api/principals/${automation}/role-assignments`, owner)
}, 60_000)
afterAll(async () => {
  proxy.release()
  await portal.close()
  await proxy.close()
  await world.close()
})

const values = (name: string) => ({
  issuer: 'https://gitlab.com',
  subject: `project_path:contoso/${name}:ref_type:branch:ref:main`,
  audiences: ['api://AzureADTokenExchange'],
})

interface Parent {
  /** Below the portal's API. */
  readonly address: string
  /** How somebody stores one past the portal. */
  readonly storeElsewhere: (name: string) => Promise<unknown>
}

async function newIdentity(): Promise<Parent> {
  const identities = `/api/subscriptions/${development}/resource-groups/rg-pay-dev/identities`
  await call(dana, 'POST', identities, { identityName: 'id-full', location: 'westeurope' })
  const path = `${place}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-full/federatedIdentityCredentials`
  return {
    address: `/api/identities/mi/${development}/rg-pay-dev/id-full`,
    storeElsewhere: (name) =>
      asAutomation(world.emulator, 'management.azure.com', [
        'PUT',
        `${path}/${name}?api-version=2024-11-30`,
        { properties: values(name) },
      ]),
  }
}

async function newApplication(): Promise<Parent> {
  const { body } = await call<CreatedApplication>(dana, 'POST', '/api/applications', { displayName: 'full' })
  const { appId } = body.application
  const path = `/v1.0/applications(appId='${appId}')/federatedIdentityCredentials`
  return {
    address: `/api/applications/${appId}`,
    storeElsewhere: (name) =>
      asAutomation(world.emulator, 'graph.microsoft.com', ['POST', path, { name, ...values(name) }]),
  }
}

test.each([
  ['a managed identity', newIdentity],
  ['an application', newApplication],
])(
  'on %s that somebody fills meanwhile, Azure’s own refusal and the portal’s say the same',
  async (_, make) => {
    const { address, storeElsewhere } = await make()
    for (let number = 0; number < 19; number += 1) await storeElsewhere(`before-${number}`)
    const held = Promise.withResolvers<void>()
    proxy.decide(({ method, path }) => {
      const isWrite = method !== 'GET' && path.includes('federatedIdentityCredentials')
      if (isWrite) held.resolve()
      return isWrite ? 'late' : 'pass'
    })
    const store = (name: string) => call(dana, 'POST', `${address}/trusts`, { name, ...values(name) })
    const writing = store('too-late')
    await held.promise
    await storeElsewhere('somebody-else')
    proxy.decide(() => 'pass')
    proxy.release()
    const byAzure = await writing
    expect([byAzure.body.code, typeof byAzure.body.upstream?.status]).toEqual([
      'TRUST_LIMIT_REACHED',
      'number',
    ])
    const byPortal = await store('later-still')
    expect([byPortal.body.code, byPortal.body.upstream]).toEqual(['TRUST_LIMIT_REACHED', undefined])
    for (const { body } of [byAzure, byPortal]) expect(body.detail).toContain('so this one was not stored')

    const { body } = await call<{ trusts: Trust[] }>(dana, 'GET', `${address}/trusts`)
    expect(body.trusts).toHaveLength(20)
    expect(body.trusts.map(({ name }) => name)).not.toContain('too-late')
    const { body: page } = await call<ActivityPage>(dana, 'GET', `${address}/activity`)
    const told = page.events.filter(({ operation }) => operation === 'trust.create')
    expect(told.map(({ outcome, problemCode }) => [outcome, problemCode])).toEqual(
      told.map(() => ['refused', 'TRUST_LIMIT_REACHED']),
    )
  },
)
