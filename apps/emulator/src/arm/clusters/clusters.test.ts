import { afterAll, expect, test } from 'vitest'
import { clusterIssuer, tenantId } from '../../seed.ts'
import { errorOf, startArm } from '../testing/testing-client.ts'
import { freshName, payGroup } from '../testing/testing-places.ts'

const arm = await startArm()
afterAll(() => arm.emulator.close())

const { managedClusters } = arm.clients('developer').containers
const group = 'rg-pay-dev'
const path = (name: string) => `${payGroup}/providers/Microsoft.ContainerService/managedClusters/${name}`
const withIssuer = { location: 'westeurope', properties: { oidcIssuerProfile: { enabled: true } } }

test('arm-containerservice makes a cluster whose issuer ends in a slash', async () => {
  const name = freshName('aks')
  const made = await managedClusters.createOrUpdate(group, name, {
    location: 'northeurope',
    oidcIssuerProfile: { enabled: true },
    securityProfile: { workloadIdentity: { enabled: true } },
  })
  const issuer = made.oidcIssuerProfile?.issuerURL ?? ''
  expect(issuer).toMatch(
    new RegExp(`^https://northeurope\\.oic\\.prod-aks\\.azure\\.com/${tenantId}/[0-9a-f-]{36}/$`),
  )
  const again = await managedClusters.createOrUpdate(group, name, { location: 'northeurope' })
  expect(again.oidcIssuerProfile?.issuerURL).toBe(issuer)
  await managedClusters.updateTags(group, name, { tags: { team: 'pay' } })
  expect(await managedClusters.get(group, name)).toMatchObject({ tags: { team: 'pay' } })
  await managedClusters.delete(group, name)
  await expect(managedClusters.get(group, name)).rejects.toMatchObject({ code: 'ResourceNotFound' })
})

test('the seeded cluster has the issuer that seeded credentials trust', async () => {
  const found: unknown[] = []
  for await (const { oidcIssuerProfile } of managedClusters.listByResourceGroup(group)) {
    found.push(oidcIssuerProfile?.issuerURL)
  }
  expect(found).toContain(clusterIssuer)
})

test('versions before 2022-09-01 show no issuer', async () => {
  const old = await arm.call('GET', `${path('aks-pay-dev')}?api-version=2022-07-01`)
  expect(old.status).toBe(200)
  expect(old.body).not.toHaveProperty('properties.oidcIssuerProfile')
  const newer = await arm.call('GET', `${path('aks-pay-dev')}?api-version=2022-09-01`)
  expect(newer.body).toHaveProperty('properties.oidcIssuerProfile.issuerURL')
})

test.each([
  ['no location', {}, 'LocationRequired'],
  [
    'workload identity but no issuer',
    { location: 'westeurope', properties: { securityProfile: { workloadIdentity: { enabled: true } } } },
    'OIDCIssuerRequired',
  ],
])('a cluster with %s is refused', async (_, body, code) => {
  expect(errorOf(await arm.call('PUT', path('aks-refused'), { body }))).toMatchObject({ status: 400, code })
})

test('an issuer cannot be taken away', async () => {
  const name = freshName('aks')
  await arm.call('PUT', path(name), { body: withIssuer })
  const body = { location: 'westeurope', properties: { oidcIssuerProfile: { enabled: false } } }
  expect(errorOf(await arm.call('PUT', path(name), { body }))).toMatchObject({
    status: 400,
    code: 'OIDCIssuerFeatureCannotBeDisabled',
  })
})

test('who may only read makes no cluster', async () => {
  const answer = await arm.call('PUT', path('aks-refused'), { as: 'reader', body: withIssuer })
  expect(errorOf(answer)).toMatchObject({ status: 403, code: 'AuthorizationFailed' })
})
