import { afterAll, expect, test } from 'vitest'
import { accounts, automationClient, subscriptions } from '../../seed.ts'
import { errorOf, mintToken, namesIn, startArm } from '../testing/testing-client.ts'
import {
  credentialBody,
  development,
  makeIdentity,
  payCredential,
  payGroup,
  payIdentity,
  production,
  restricted,
} from '../testing/testing-places.ts'

const arm = await startArm()
afterAll(() => arm.emulator.close())

test('a reader is refused every write, in the words of ARM, with the person and the scope named', async () => {
  const name = `${payIdentity}/federatedIdentityCredentials/reader-tries`
  const answer = await arm.call('PUT', name, { as: 'reader', body: credentialBody('repo:octo-org/a:ref:b') })
  expect(errorOf(answer)).toEqual({
    status: 403,
    code: 'AuthorizationFailed',
    message: `The client 'robin@contoso.onmicrosoft.com' with object id '${accounts.reader.objectId}' does not have authorization to perform action 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write' over scope '${name}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  })
})

test.each([
  ['PUT', `${development}/resourceGroups/rg-new`],
  ['PATCH', payGroup],
  ['DELETE', payGroup],
  ['PUT', payIdentity],
  ['PATCH', payIdentity],
  ['DELETE', payIdentity],
  ['PUT', payCredential],
  ['DELETE', payCredential],
  ['PUT', `${payGroup}/providers/Microsoft.Authorization/roleAssignments/${accounts.admin.objectId}`],
  ['DELETE', `${payGroup}/providers/Microsoft.Authorization/roleAssignments/${accounts.admin.objectId}`],
])('a reader may not %s %s', async (method, path) => {
  const answer = await arm.call(method, path, { as: 'reader', ...(method === 'DELETE' ? {} : { body: {} }) })
  expect(errorOf(answer)).toMatchObject({ status: 403, code: 'AuthorizationFailed' })
})

test('an application is named by its client id when it is refused', async () => {
  const path = `${payGroup}/providers/Microsoft.Authorization/roleAssignments/${accounts.admin.objectId}`
  const { message } = errorOf(await arm.call('PUT', path, { as: 'automation', body: {} }))
  expect(message).toContain(
    `The client '${automationClient.clientId}' with object id '${automationClient.servicePrincipalId}'`,
  )
})

test.each([
  ['developer', ['Contoso Development']],
  ['reader', ['Contoso Development', 'Contoso Production', 'Contoso Restricted']],
  ['admin', ['Contoso Development', 'Contoso Production', 'Contoso Restricted']],
] as const)('%s sees the subscriptions in which a role is held', async (as, expected) => {
  const names: (string | undefined)[] = []
  for await (const { displayName } of arm.clients(as).subscriptions.subscriptions.list())
    names.push(displayName)
  expect(names).toEqual(expected)
})

test.each([
  ['a hidden subscription', restricted, subscriptions.restricted.subscriptionId],
  ['a hidden group', `${production}/resourceGroups/rg-pay`, subscriptions.production.subscriptionId],
  ['no subscription at all', '/subscriptions/nowhere', 'nowhere'],
])('%s is not found', async (_, path, id) => {
  expect(errorOf(await arm.call('GET', path))).toEqual({
    status: 404,
    code: 'SubscriptionNotFound',
    message: `The subscription '${id}' could not be found.`,
  })
})

test('a role on one identity shows that identity alone', async () => {
  const path = await makeIdentity(arm, { as: 'admin', group: `${production}/resourceGroups/rg-pay` })
  const assignment = `${path}/providers/Microsoft.Authorization/roleAssignments/0a0a0a0a-0000-4000-8000-000000000001`
  const roleDefinitionId =
    '/providers/Microsoft.Authorization/roleDefinitions/e40ec5ca-96e0-45a2-b4ff-59039f2c2b59'
  const body = { properties: { roleDefinitionId, principalId: accounts.developer.objectId } }
  expect((await arm.call('PUT', assignment, { as: 'admin', body })).status).toBe(201)

  const list = `${production}/providers/Microsoft.ManagedIdentity/userAssignedIdentities`
  expect(namesIn(await arm.call('GET', list))).toEqual([path.slice(path.lastIndexOf('/') + 1)])
  expect(namesIn(await arm.call('GET', `${production}/resourceGroups`))).toEqual([])
  const other = `${production}/resourceGroups/rg-pay/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pay-deploy`
  expect(errorOf(await arm.call('GET', other))).toMatchObject({ status: 403, code: 'AuthorizationFailed' })
  const credential = `${path}/federatedIdentityCredentials/from-the-developer`
  expect((await arm.call('PUT', credential, { body: credentialBody('repo:octo-org/a:ref:b') })).status).toBe(
    201,
  )

  expect((await arm.call('DELETE', assignment, { as: 'admin' })).status).toBe(200)
  expect(errorOf(await arm.call('GET', path))).toMatchObject({ status: 404, code: 'SubscriptionNotFound' })
})

test('a name that only begins like a scope lies outside it', async () => {
  const longer = await makeIdentity(arm, {
    as: 'admin',
    group: `${production}/resourceGroups/rg-pay`,
    name: 'id-pay',
  })
  const assignment = `${longer}/providers/Microsoft.Authorization/roleAssignments/0a0a0a0a-0000-4000-8000-000000000002`
  const roleDefinitionId =
    '/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7'
  const body = { properties: { roleDefinitionId, principalId: accounts.developer.objectId } }
  expect((await arm.call('PUT', assignment, { as: 'admin', body })).status).toBe(201)
  const answer = await arm.call('GET', `${longer}-deploy`)
  expect(errorOf(answer)).toMatchObject({ status: 403, code: 'AuthorizationFailed' })
  expect((await arm.call('DELETE', assignment, { as: 'admin' })).status).toBe(200)
})

test.each([
  ['no token', undefined, 'AuthenticationFailed'],
  ['not a token', 'nonsense', 'InvalidAuthenticationToken'],
])('%s answers 401 and says where to sign in', async (_, token, code) => {
  const { httpsOrigin, fetch } = arm.emulator
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const response = await fetch(`${httpsOrigin}/subscriptions?api-version=2022-12-01`, { headers })
  expect(response.status).toBe(401)
  expect(response.headers.get('www-authenticate')).toContain('Bearer authorization_uri=')
  expect(await response.json()).toMatchObject({ error: { code } })
})

test('a token for Microsoft Graph does not open ARM', async () => {
  const token = await mintToken(arm.emulator.world, 'admin', 'https://graph.microsoft.com')
  const answer = await arm.call('GET', '/subscriptions', { token })
  expect(errorOf(answer)).toMatchObject({ status: 401, code: 'InvalidAuthenticationTokenAudience' })
})
