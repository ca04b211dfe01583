import { afterAll, expect, test } from 'vitest'
import { errorOf, mintToken, startArm } from '../testing/testing-client.ts'
import { development, freshName, identityPath, makeIdentity, payGroup } from '../testing/testing-places.ts'
import { testClock } from '../../testing/test-clock.ts'

const clock = testClock()
const arm = await startArm({ clock })
afterAll(() => arm.emulator.close())

const restrictions = { providers: ['Microsoft.Compute'] }

async function madeWith(query: string) {
  const path = identityPath(payGroup, freshName('id-version'))
  const body = {
    location: 'westeurope',
    properties: { isolationScope: 'Regional', assignmentRestrictions: restrictions },
  }
  return { path, answer: await arm.call('PUT', `${path}?api-version=${query}`, { body }) }
}

test.each([
  ['2015-08-31-preview', undefined, undefined],
  ['2018-11-30', undefined, undefined],
  ['2023-01-31', undefined, undefined],
  ['2024-11-30', 'Regional', undefined],
  ['2025-05-31-preview', 'Regional', restrictions],
  ['2026-04-30', 'Regional', undefined],
  ['2026-05-31', 'Regional', restrictions],
])('%s takes and shows what it knows', async (version, isolationScope, assignmentRestrictions) => {
  const { answer } = await madeWith(version)
  expect(answer.status).toBe(201)
  const { properties } = Object(answer.body)
  expect(properties.isolationScope).toBe(isolationScope)
  expect(properties.assignmentRestrictions).toEqual(assignmentRestrictions)
})

test('a PUT of an older version and a PATCH of tags leave the isolation scope as it is', async () => {
  const { path } = await madeWith('2026-05-31')
  await arm.call('PUT', `${path}?api-version=2018-11-30`, { body: { location: 'westeurope' } })
  await arm.call('PATCH', `${path}?api-version=2026-05-31`, { body: { tags: { a: 'b' } } })
  const { body } = await arm.call('GET', `${path}?api-version=2026-05-31`)
  expect(body).toMatchObject({
    tags: { a: 'b' },
    properties: { isolationScope: 'Regional', assignmentRestrictions: restrictions },
  })
})

test.each([
  ['listAssociatedResources', '2024-11-30'],
  ['revokeTokens', '2024-11-30'],
])('%s is unknown to %s', async (action, version) => {
  const path = await makeIdentity(arm)
  const answer = await arm.call('POST', `${path}/${action}?api-version=${version}`)
  expect(errorOf(answer)).toMatchObject({ status: 400, code: 'NoRegisteredProviderFound' })
})

test('an identity lists the cluster it is assigned to', async () => {
  const path = await makeIdentity(arm)
  const name = freshName('aks')
  const identity = { type: 'UserAssigned', userAssignedIdentities: { [path]: {} } }
  const cluster = `${payGroup}/providers/Microsoft.ContainerService/managedClusters/${name}`
  await arm.call('PUT', cluster, { body: { location: 'westeurope', identity } })
  const query = 'api-version=2021-09-30-preview'
  const { body } = await arm.call('POST', `${path}/listAssociatedResources?${query}`)
  expect(body).toMatchObject({
    totalCount: 1,
    value: [{ name, resourceGroup: 'rg-pay-dev', subscriptionDisplayName: 'Contoso Development' }],
  })
})

test('revoked tokens of an identity are refused, new ones are not', async () => {
  const path = await makeIdentity(arm)
  const { principalId, clientId } = Object((await arm.call('GET', path)).body).properties
  const assignment = `${payGroup}/providers/Microsoft.Authorization/roleAssignments/${arm.emulator.world.newGuid()}`
  const roleDefinitionId = `${development}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7`
  await arm.call('PUT', assignment, { as: 'admin', body: { properties: { roleDefinitionId, principalId } } })
  const token = () => tokenOf(principalId, clientId)
  const before = await token()
  clock.advance(5000)
  expect((await arm.call('GET', payGroup, { token: before })).status).toBe(200)
  await arm.call('POST', `${path}/revokeTokens?api-version=2023-07-31-preview`)
  expect(errorOf(await arm.call('GET', payGroup, { token: before }))).toMatchObject({
    status: 401,
    code: 'InvalidAuthenticationToken',
  })
  expect((await arm.call('GET', payGroup, { token: await token() })).status).toBe(200)
})

async function tokenOf(oid: string, appid: string): Promise<string> {
  const { world } = arm.emulator
  const [, payload = ''] = (await mintToken(world, 'automation')).split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
  return world.keys.sign('entra', { ...claims, oid, appid })
}

test('the system-assigned identity of a cluster can be read, that of nothing cannot', async () => {
  const cluster = `${payGroup}/providers/Microsoft.ContainerService/managedClusters/aks-pay-dev`
  const query = 'api-version=2024-11-30'
  const { body } = await arm.call(
    'GET',
    `${cluster}/providers/Microsoft.ManagedIdentity/identities/default?${query}`,
  )
  expect(body).toMatchObject({ name: 'default', properties: { principalId: expect.any(String) } })
  const none = await arm.call(
    'GET',
    `${payGroup}/providers/Microsoft.ManagedIdentity/identities/default?${query}`,
  )
  expect(errorOf(none)).toMatchObject({ status: 404, code: 'ResourceNotFound' })
})

test('the operations of the provider name those on credentials', async () => {
  const { body } = await arm.call('GET', '/providers/Microsoft.ManagedIdentity/operations')
  expect(JSON.stringify(body)).toContain('userAssignedIdentities/federatedIdentityCredentials/write')
})
