import { AuthenticationHandler, Client, type Context } from '@microsoft/microsoft-graph-client'
import { afterAll, expect, test } from 'vitest'
import { mintToken, startArm, type TestCaller } from '../arm/testing/testing-client.ts'
import { accounts, tenantDomain, tenantId } from '../seed.ts'

const { emulator } = await startArm()
afterAll(() => emulator.close())

async function get(path: string, as: TestCaller = 'developer', audience = 'https://graph.microsoft.com') {
  const token = await mintToken(emulator.world, as, audience)
  const headers = { authorization: `Bearer ${token}`, 'client-request-id': 'from-the-client' }
  const response = await emulator.fetch(`${emulator.httpsOrigin}${path}`, { headers })
  const body: unknown = await response.json()
  return { status: response.status, headers: response.headers, body }
}

test.each(['v1.0', 'beta'])('/%s/me is the signed-in person, with request ids', async (version) => {
  const { status, headers, body } = await get(`/${version}/me`)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    '@odata.context': `${emulator.httpsOrigin}/${version}/$metadata#users/$entity`,
    id: accounts.developer.objectId,
    userPrincipalName: accounts.developer.username,
    displayName: accounts.developer.displayName,
    givenName: 'Dana',
    surname: 'Developer',
  })
  expect(headers.get('client-request-id')).toBe('from-the-client')
  expect(headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/)
})

test('$select leaves only what was asked for', async () => {
  const { body } = await get('/v1.0/me?$select=id,displayName')
  expect(body).toEqual({
    '@odata.context': `${emulator.httpsOrigin}/v1.0/$metadata#users(id,displayName)/$entity`,
    id: accounts.developer.objectId,
    displayName: 'Dana Developer',
  })
})

test('the organization is the tenant with its verified domain', async () => {
  const { body } = await get('/v1.0/organization')
  expect(body).toMatchObject({
    value: [
      { id: tenantId, displayName: 'Contoso', verifiedDomains: [{ name: tenantDomain, isDefault: true }] },
    ],
  })
})

test.each([
  ['an unknown property', '/v1.0/me?$select=colour', 'developer', undefined, 400, 'BadRequest'],
  ['an application that asks who it is', '/v1.0/me', 'automation', undefined, 400, 'BadRequest'],
  [
    'a token for ARM',
    '/v1.0/me',
    'developer',
    'https://management.azure.com',
    401,
    'InvalidAuthenticationToken',
  ],
] as const)('%s is refused in the words of Graph', async (_, path, as, audience, status, code) => {
  const answer = await get(path, as, audience)
  expect(answer.status).toBe(status)
  expect(answer.body).toMatchObject({
    error: {
      code,
      innerError: {
        date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/),
        'request-id': answer.headers.get('request-id'),
        'client-request-id': 'from-the-client',
      },
    },
  })
})

test('a person that was removed is not found', async () => {
  const { objectId } = accounts.reader
  emulator.world.store.users.delete(objectId)
  const answer = await get('/v1.0/me', 'reader')
  expect(answer).toMatchObject({ status: 404, body: { error: { code: 'Request_ResourceNotFound' } } })
})

test("Microsoft's own client reads the person and the organization", async () => {
  const provider = { getAccessToken: () => mintToken(emulator.world, 'admin', 'https://graph.microsoft.com') }
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
