import { AuthenticationHandler, Client, type Context } from '@microsoft/microsoft-graph-client'
import { decodeJwt } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { seedGroups } from '../../seed-groups.ts'
import { accounts, tenantDomain, tenantId } from '../../seed.ts'
import { given } from '../../testing/given.ts'
import { eventual, mintGraphToken, refusalOf, startGraph, valuesOf } from '../testing/graph-client.ts'

const { emulator, call } = await startGraph()
afterAll(() => emulator.close())

test.each(['v1.0', 'beta'])('/%s/me is the signed-in person, with request ids', async (version) => {
  const { status, headers, body } = await call('GET', `/${version}/me`, {
    as: 'developer',
    headers: { 'client-request-id': 'from-the-client' },
  })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    '@odata.context': `${emulator.httpsOrigin}/${version}/$metadata#users/$entity`,
    id: accounts.developer.objectId,
    userPrincipalName: accounts.developer.username,
    givenName: 'Dana',
    surname: 'Developer',
  })
  expect(body).not.toHaveProperty('userType')
  expect(headers.get('client-request-id')).toBe('from-the-client')
  expect(headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(headers.get('x-ms-ags-diagnostic')).toContain('ServerInfo')
})

test('$select leaves only what was asked for', async () => {
  const { body } = await call('GET', '/me?$select=id,displayName')
  expect(body).toEqual({
    '@odata.context': `${emulator.httpsOrigin}/v1.0/$metadata#users(id,displayName)/$entity`,
    id: accounts.admin.objectId,
    displayName: 'Alex Admin',
  })
})

test('the organization is the tenant with its verified domain', async () => {
  const { body } = await call('GET', '/organization')
  expect(body).toMatchObject({
    value: [
      { id: tenantId, displayName: 'Contoso', verifiedDomains: [{ name: tenantDomain, isDefault: true }] },
    ],
  })
})

test.for<[string, string, 'developer' | 'automation', number, string, string]>([
  [
    'an unknown property',
    '/me?$select=colour',
    'developer',
    400,
    'BadRequest',
    "Could not find a property named 'colour' on type 'microsoft.graph.user'",
  ],
  [
    'an application that asks who it is',
    '/me',
    'automation',
    400,
    'BadRequest',
    '/me request is only valid with delegated authentication flow.',
  ],
  [
    'an unknown segment',
    '/colours',
    'developer',
    400,
    'BadRequest',
    "Resource not found for the segment 'colours'.",
  ],
  ['a segment that is not built', '/drives', 'developer', 501, 'NotEmulated', 'does not imitate GET'],
  [
    'an unknown relation of an application',
    '/applications/x/colour',
    'developer',
    400,
    'BadRequest',
    "Resource not found for the segment 'colour'.",
  ],
  [
    'an unknown option',
    '/users?$colour=red',
    'developer',
    400,
    'BadRequest',
    "The query parameter '$colour' is not supported.",
  ],
  [
    'an unknown person',
    '/users/nobody@contoso.onmicrosoft.com',
    'developer',
    404,
    'Request_ResourceNotFound',
    "Resource 'nobody@contoso.onmicrosoft.com' does not exist",
  ],
])('%s is refused in the words of Graph', async ([, path, as, status, code, words]) => {
  const answer = await call('GET', path, { as, headers: { 'client-request-id': 'from-the-client' } })
  expect(refusalOf(answer)).toMatchObject({ status, code })
  expect(refusalOf(answer).message).toContain(words)
  expect(answer.body).toMatchObject({
    error: {
      innerError: {
        date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/),
        'request-id': answer.headers.get('request-id'),
        'client-request-id': 'from-the-client',
      },
    },
  })
})

test.for<[string, string | undefined, string]>([
  ['no token', '', 'Access token is empty.'],
  ['what is no token', 'Bearer nothing', 'The access token is invalid.'],
  ['a token for ARM', undefined, 'Access token validation failure. Invalid audience.'],
])('%s is refused with 401', async ([, given, message]) => {
  const authorization = given ?? `Bearer ${await emulator.signIn('developer')}`
  const answer = await call('GET', '/me', { headers: { authorization } })
  expect(refusalOf(answer)).toEqual({ status: 401, code: 'InvalidAuthenticationToken', message })
  expect(answer.headers.get('www-authenticate')).toContain('client_id="00000003-0000-0000-c000-000000000000"')
})

test('a token of a real sign-in reads the person, and is challenged once the sign-in is revoked', async () => {
  const token = await emulator.signIn('developer', 'https://graph.microsoft.com/.default')
  const headers = { authorization: `Bearer ${token}` }
  expect(await call('GET', '/me', { headers })).toMatchObject({ body: { id: accounts.developer.objectId } })
  const { sid } = decodeJwt(token)
  const session = given(emulator.world.store.sessions.get(String(sid)), 'the session')
  emulator.world.store.sessions.put(session.sessionId, { ...session, revoked: true })
  const capable = await emulator.world.keys.sign('entra', { ...decodeJwt(token), xms_cc: ['cp1'] })
  emulator.world.reality.claimsChallenge = 'continuousAccess'
  const challenged = await call('GET', '/me', { headers: { authorization: `Bearer ${capable}` } })
  expect(challenged.status).toBe(401)
  expect(challenged.headers.get('www-authenticate')).toMatch(
    /error="insufficient_claims", claims="[A-Za-z0-9+/=]+"$/,
  )
  const plain = await call('GET', '/me', { headers })
  expect(plain.headers.get('www-authenticate')).not.toContain('insufficient_claims')
})

test('a page of any origin may call', async () => {
  const preflight = await emulator.fetch(`${emulator.httpsOrigin}/v1.0/me`, {
    method: 'OPTIONS',
    headers: { origin: 'http://localhost:3000', 'access-control-request-headers': 'authorization' },
  })
  expect(preflight.status).toBe(200)
  expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization')
  expect((await call('GET', '/me')).headers.get('access-control-allow-origin')).toBe('*')
})

test('people are found by name and id, filtered and searched', async () => {
  const { objectId, username } = accounts.developer
  expect(await call('GET', `/users/${objectId}`)).toMatchObject({ body: { userPrincipalName: username } })
  expect(await call('GET', `/users/${username.toUpperCase()}`)).toMatchObject({ body: { id: objectId } })
  expect(await call('GET', `/users('${username}')`)).toMatchObject({ body: { id: objectId } })
  const filtered = await call(
    'GET',
    `/users?$filter=userPrincipalName eq '${username}' or startswith(displayName,'Robin')`,
  )
  expect(valuesOf(filtered, 'displayName')).toEqual(['Dana Developer', 'Robin Reader'])
  const searched = await call('GET', '/users?$search="displayName:dev" OR "displayName:reader"', {
    headers: eventual,
  })
  expect(valuesOf(searched, 'displayName')).toEqual(['Dana Developer', 'Robin Reader'])
})

test('groups, their members and who belongs to them', async () => {
  const { objectId } = seedGroups.platform
  const ofDeveloper = [objectId, seedGroups.trustMakers.objectId]
  expect(valuesOf(await call('GET', '/groups'), 'displayName')).toContain('Platform engineers')
  const members = await call('GET', `/groups/${objectId}/members`)
  expect(valuesOf(members, '@odata.type')).toEqual([
    '#microsoft.graph.user',
    '#microsoft.graph.servicePrincipal',
  ])
  expect(valuesOf(await call('GET', '/me/memberOf', { as: 'developer' }), 'id')).toEqual(ofDeveloper)
  expect(valuesOf(await call('GET', '/me/memberOf'), '@odata.type')).toEqual([
    '#microsoft.graph.directoryRole',
  ])
  const ids = await call('POST', '/me/getMemberGroups', {
    as: 'developer',
    body: { securityEnabledOnly: true },
  })
  expect(ids.body.value).toEqual(ofDeveloper)
})

test('objects of several types are found by their ids', async () => {
  const ids = [accounts.admin.objectId, seedGroups.auditors.objectId, '00000000-0000-4000-8000-000000000000']
  const found = await call('POST', '/directoryObjects/getByIds', { body: { ids } })
  expect(valuesOf(found, '@odata.type')).toEqual(['#microsoft.graph.user', '#microsoft.graph.group'])
  const people = await call('POST', '/directoryObjects/getByIds', { body: { ids, types: ['user'] } })
  expect(valuesOf(people, 'id')).toEqual([accounts.admin.objectId])
})

test('directory roles name who holds them', async () => {
  const template = '62e90394-69f5-4237-9190-012177145e10'
  expect(valuesOf(await call('GET', '/directoryRoles'), 'roleTemplateId')).toEqual([template])
  const members = await call('GET', `/directoryRoles(roleTemplateId='${template}')/members`)
  expect(valuesOf(members, 'id')).toEqual([accounts.admin.objectId])
  const filter = `principalId eq '${accounts.admin.objectId}'`
  const held = await call('GET', `/roleManagement/directory/roleAssignments?$filter=${filter}`)
  expect(valuesOf(held, 'roleDefinitionId')).toEqual([template])
})

test('a person that was removed is not found', async () => {
  emulator.world.store.users.delete(accounts.reader.objectId)
  expect(refusalOf(await call('GET', '/me', { as: 'reader' }))).toMatchObject({
    status: 404,
    code: 'Request_ResourceNotFound',
  })
})

test("Microsoft's own client reads the person and the organization", async () => {
  const provider = { getAccessToken: () => mintGraphToken(emulator.world, 'admin') }
  const authentication = new AuthenticationHandler(provider)
  authentication.setNext({ execute: send })
  const client = Client.initWithMiddleware({
    baseUrl: `${emulator.httpsOrigin}/`,
    customHosts: new Set(['localhost']),
    middleware: authentication,
  })
  expect(await client.api('/me').select('userPrincipalName').get()).toMatchObject({
    userPrincipalName: accounts.admin.username,
  })
  expect(await client.api('/organization').version('beta').get()).toMatchObject({ value: [{ id: tenantId }] })
  await expect(client.api('/me').select('colour').get()).rejects.toMatchObject({
    statusCode: 400,
    code: 'BadRequest',
  })
})

/** Last step of the client's pipeline: real HTTPS that trusts the local CA. */
async function send(context: Context): Promise<void> {
  const address = typeof context.request === 'string' ? context.request : context.request.url
  const headers = new Headers(context.options?.headers)
  const answer = await emulator.fetch(address, { headers: [...headers] })
  context.response = new Response(await answer.text(), {
    status: answer.status,
    headers: [...answer.headers],
  })
}
