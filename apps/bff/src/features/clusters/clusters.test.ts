import type { Cluster, ClusterList } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { PortalError } from '../../errors.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call, development, restricted, startPortalWorld } from '../../testing/portal-world.ts'
import { syntheticArm, toSubscription } from '../../testing/synthetic-arm.ts'
import { listClusters } from './list-clusters.ts'

const caller = { sessionId: 's', objectId: 'o', tenantId: 't', username: 'dana@contoso.com' }
const group = 'rg-pay-dev'

const world = forThisFile(startPortalWorld)
const dana = forThisFile(() => world.portal.signedIn('developer'))

const at = (name: string, subscription = development) => `/api/clusters/${subscription}/${group}/${name}`

/** Makes a cluster as an administrator would, past the portal. */
async function plant(name: string, properties: object): Promise<void> {
  const { httpsOrigin, tenantId, tenant } = world.emulator
  const form = {
    grant_type: 'client_credentials',
    client_id: tenant.automation.clientId,
    client_secret: tenant.automation.clientSecret,
    scope: 'https://management.azure.com/.default',
  }
  const token = await fetch(`${httpsOrigin}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  const { access_token: bearer } = Object(await token.json())
  const id = `/subscriptions/${development}/resourceGroups/${group}/providers/Microsoft.ContainerService/managedClusters/${name}`
  const answer = await fetch(`${httpsOrigin}${id}?api-version=2025-05-01`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${String(bearer)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ location: 'westeurope', properties }),
  })
  expect(answer.status).toBe(201)
}

test.each([
  ['an unknown cluster', 'aks-none', development, 404, 'NOT_FOUND'],
  ['a cluster out of reach', 'aks-pay-dev', restricted, 404, 'NOT_FOUND'],
  ['no name of a cluster', 'aks.pay', development, 400, 'INPUT_REFUSED'],
  ['no subscription', 'aks-pay-dev', 'development', 400, 'INPUT_REFUSED'],
])('%s is refused', async (_, name, subscription, status, code) => {
  const answer = await call(dana, 'GET', at(name, subscription))
  expect([answer.status, answer.body.code]).toEqual([status, code])
})

test('a cluster tells its issuer with the slash at its end', async () => {
  const { body } = await call<Cluster>(dana, 'GET', at('AKS-pay-dev'))
  expect(body).toMatchObject({
    clusterName: 'aks-pay-dev',
    resourceGroup: group,
    location: 'westeurope',
    issuerEnabled: true,
    workloadIdentityEnabled: true,
    enableCommand: null,
  })
  expect(body.issuer).toMatch(/^https:\/\/westeurope\.oic\.prod-aks\.azure\.com\/.+\/$/)
})

test('what is not enabled is told with the command that enables it', async () => {
  await plant('aks-plain', {})
  await plant('aks-half', { oidcIssuerProfile: { enabled: true } })
  const command = `az aks update --subscription ${development} --resource-group rg-pay-dev --name`
  const { body: plain } = await call<Cluster>(dana, 'GET', at('aks-plain'))
  expect(plain).toMatchObject({ issuerEnabled: false, issuer: null, workloadIdentityEnabled: false })
  expect(plain.enableCommand).toBe(`${command} aks-plain --enable-oidc-issuer --enable-workload-identity`)
  const { body: half } = await call<Cluster>(dana, 'GET', at('aks-half'))
  expect(half).toMatchObject({ issuerEnabled: true, issuer: expect.stringMatching(/\/$/) })
  expect(half.enableCommand).toBe(`${command} aks-half --enable-workload-identity`)
})

test('one query lists the same clusters as each of them tells by itself', async () => {
  const { status, body } = await call<ClusterList>(dana, 'GET', '/api/clusters')
  expect([status, body.source, body.complete]).toEqual([200, 'resource-graph', true])
  expect(body.clusters.map(({ clusterName }) => clusterName)).toContain('aks-pay-dev')
  for (const cluster of body.clusters) {
    const { body: alone } = await call<Cluster>(dana, 'GET', at(cluster.clusterName))
    expect({ ...cluster, resourceId: '' }).toEqual({ ...alone, resourceId: '' })
  }
})

test('where Resource Graph is refused each subscription is listed, and what cannot be is counted', async () => {
  const size = { subscriptions: 2, identitiesEach: 0, trustsEach: 0 }
  const arm = syntheticArm(size, {
    queryClusters: () => Promise.reject(new PortalError('FORBIDDEN')),
    listClusters: (_, id) =>
      id === toSubscription(2).subscriptionId
        ? Promise.reject(new PortalError('THROTTLED'))
        : Promise.resolve([whole]),
  })
  const { clusters, source, complete, unreadable } = await listClusters(arm, caller)
  expect([clusters.length, source, complete]).toEqual([1, 'lists', false])
  expect(unreadable).toEqual([expect.objectContaining({ kind: 'subscription', code: 'THROTTLED' })])
  const lost = syntheticArm(size, { queryClusters: () => Promise.reject(new PortalError('SESSION_ENDED')) })
  await expect(listClusters(lost, caller)).rejects.toMatchObject({ code: 'SESSION_ENDED' })
})

const whole: Cluster = {
  subscriptionId: 's',
  resourceGroup: 'rg',
  clusterName: 'aks',
  resourceId: '/subscriptions/s',
  location: 'westeurope',
  issuerEnabled: false,
  issuer: null,
  workloadIdentityEnabled: false,
  enableCommand: null,
}
