import { afterAll, expect, test } from 'vitest'
import { errorOf, namesIn, startArm } from '../testing/testing-client.ts'
import {
  credentialBody,
  development,
  freshName,
  identityPath,
  makeIdentity,
  payGroup,
} from '../testing/testing-places.ts'

const arm = await startArm()
afterAll(() => arm.emulator.close())

const newGroup = () => `${development}/resourceGroups/${freshName('rg-Test')}`

test('a group is made with 201, changed with 200, and keeps the name it was made with', async () => {
  const path = newGroup()
  const created = await arm.call('PUT', path, { body: { location: 'West Europe', tags: { team: 'pay' } } })
  expect(created.status).toBe(201)
  expect(created.body).toEqual({
    id: path,
    name: path.split('/').at(-1),
    type: 'Microsoft.Resources/resourceGroups',
    location: 'westeurope',
    tags: { team: 'pay' },
    properties: { provisioningState: 'Succeeded' },
  })
  const changed = await arm.call('PUT', path.toLowerCase(), { body: { location: 'westeurope' } })
  expect(changed.status).toBe(200)
  expect(changed.body).toMatchObject({ id: path, tags: {} })
  const patched = await arm.call('PATCH', path, { body: { tags: { team: 'shop' } } })
  expect(patched.body).toMatchObject({ location: 'westeurope', tags: { team: 'shop' } })
})

test.each([
  ['no location', {}, 400, 'LocationRequired'],
  ['an unknown location', { location: 'atlantis' }, 400, 'LocationNotAvailableForResourceGroup'],
  ['a number as location', { location: 7 }, 400, 'InvalidRequestContent'],
  ['a number as tag', { location: 'westeurope', tags: { a: 1 } }, 400, 'InvalidRequestContent'],
  ['half of JSON', '{', 400, 'InvalidRequestContent'],
])('a group with %s is refused', async (_, body, status, code) => {
  const path = newGroup()
  expect(errorOf(await arm.call('PUT', path, { body }))).toMatchObject({ status, code })
  expect((await arm.call('HEAD', path)).status).toBe(404)
})

test.each(['ends-with-dot.', 'has space', 'x'.repeat(91)])('the group name %s is refused', async (name) => {
  const path = `${development}/resourceGroups/${encodeURIComponent(name)}`
  const answer = await arm.call('PUT', path, { body: { location: 'westeurope' } })
  expect(errorOf(answer)).toMatchObject({ status: 400, code: 'InvalidResourceGroup' })
})

test('a group cannot move to another region', async () => {
  const answer = await arm.call('PUT', payGroup, { body: { location: 'eastus' } })
  expect(errorOf(answer)).toMatchObject({ status: 409, code: 'InvalidResourceGroupLocation' })
})

test('HEAD tells whether a group exists, without a body', async () => {
  expect(await arm.call('HEAD', payGroup)).toMatchObject({ status: 204, body: undefined })
  expect(await arm.call('HEAD', newGroup())).toMatchObject({ status: 404, body: undefined })
})

test('deleting a group takes what is in it, and a group made anew under its name is empty', async () => {
  const path = newGroup()
  await arm.call('PUT', path, { body: { location: 'westeurope' } })
  const identity = await makeIdentity(arm, { group: path })
  const credential = `${identity}/federatedIdentityCredentials/inside`
  await arm.call('PUT', credential, { body: credentialBody('inside') })
  const answer = await arm.call('DELETE', path)
  expect(answer.status).toBe(202)
  expect(answer.headers.get('location')).toContain('/operationresults/')
  expect(errorOf(await arm.call('GET', path))).toMatchObject({ status: 404, code: 'ResourceGroupNotFound' })
  expect(errorOf(await arm.call('DELETE', path))).toMatchObject({
    status: 404,
    code: 'ResourceGroupNotFound',
  })
  await arm.call('PUT', path, { body: { location: 'westeurope' } })
  const list = `${path}/providers/Microsoft.ManagedIdentity/userAssignedIdentities`
  expect(namesIn(await arm.call('GET', list))).toEqual([])
  await makeIdentity(arm, { group: path, name: identity.split('/').at(-1) ?? '' })
  expect((await arm.call('GET', credential)).status).toBe(404)
})

test('an operation that nobody began is not found', async () => {
  const answer = await arm.call('GET', `${development}/operationresults/none`)
  expect(errorOf(answer)).toMatchObject({ status: 404, code: 'OperationNotFound' })
})

test('an identity is made with 201 and its own ids, and changed with 200 and the same ones', async () => {
  const path = identityPath(payGroup.toUpperCase(), freshName('id-Case'))
  const created = await arm.call('PUT', path, { body: { location: 'westeurope' } })
  expect(created.status).toBe(201)
  const name = path.split('/').at(-1)
  expect(created.body).toEqual({
    id: identityPath(payGroup, name ?? '').replace('resourceGroups', 'resourcegroups'),
    name,
    type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
    location: 'westeurope',
    tags: {},
    properties: {
      tenantId: arm.emulator.world.settings.tenantId,
      principalId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      clientId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      isolationScope: 'None',
    },
  })
  const changed = await arm.call('PUT', path.toLowerCase(), {
    body: { location: 'westeurope', tags: { a: 'b' } },
  })
  expect(changed.status).toBe(200)
  expect(changed.body).toEqual({ ...Object(created.body), tags: { a: 'b' } })
  const patched = await arm.call('PATCH', path, { body: { tags: { c: 'd' } } })
  expect(patched.body).toEqual({ ...Object(created.body), tags: { c: 'd' } })
})

test.each([
  ['no location', {}, 'id-refused', 400, 'LocationRequired'],
  ['an unknown location', { location: 'atlantis' }, 'id-refused', 400, 'LocationNotAvailableForResourceType'],
  ['a name of two letters', { location: 'westeurope' }, 'ab', 400, 'InvalidResourceName'],
  ['a dot in its name', { location: 'westeurope' }, 'id.refused', 400, 'InvalidResourceName'],
  ['another region than before', { location: 'eastus' }, 'id-pay-deploy-dev', 409, 'InvalidResourceLocation'],
  [
    'an unknown isolation scope',
    { location: 'westeurope', properties: { isolationScope: 'Galactic' } },
    'id-refused',
    400,
    'InvalidRequestContent',
  ],
])('an identity with %s is refused', async (_, body, name, status, code) => {
  const answer = await arm.call('PUT', identityPath(payGroup, name), { body })
  expect(errorOf(answer)).toMatchObject({ status, code })
})

test('an identity in a missing group is refused', async () => {
  const path = identityPath(newGroup(), 'id-orphan')
  const answer = await arm.call('PUT', path, { body: { location: 'westeurope' } })
  expect(errorOf(answer)).toMatchObject({ status: 404, code: 'ResourceGroupNotFound' })
})

test('deleting an identity answers 200 then 204, and takes its credentials', async () => {
  const path = await makeIdentity(arm)
  const credential = `${path}/federatedIdentityCredentials/inside`
  await arm.call('PUT', credential, { body: credentialBody('inside') })
  expect((await arm.call('DELETE', path)).status).toBe(200)
  expect((await arm.call('DELETE', path)).status).toBe(204)
  await makeIdentity(arm, { name: path.split('/').at(-1) ?? '' })
  expect(namesIn(await arm.call('GET', `${path}/federatedIdentityCredentials`))).toEqual([])
})

test('isolationScope is not in answers of older versions', async () => {
  const path = await makeIdentity(arm)
  const { body } = await arm.call('GET', `${path}?api-version=2023-01-31`)
  expect(body).not.toHaveProperty('properties.isolationScope')
})
