import { decodeJwt } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { accounts, automationClient } from '../../seed.ts'
import { codeVerifier, entraRequests } from '../../testing/entra-requests.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { testClock } from '../../testing/test-clock.ts'

const clock = testClock()
const emulator = await startTestEmulator({ clock })
afterAll(() => emulator.close())
const { world, httpsOrigin } = emulator
const { code, redeem, token, redirectUri } = entraRequests(emulator)
const armScope = 'https://management.azure.com/.default'

test("an error carries every field of Entra's envelope and the client's correlation id", async () => {
  const correlationId = '6f9a8d5e-0000-4000-8000-000000000001'
  const { status, body } = await token({ grant_type: 'magic' }, { 'client-request-id': correlationId })
  expect(status).toBe(400)
  expect(body).toEqual({
    error: 'unsupported_grant_type',
    error_description: expect.stringMatching(
      new RegExp(
        `^AADSTS70003: The app requested an unsupported grant type 'magic'\\. Trace ID: [0-9a-f-]{36} Correlation ID: ${correlationId} Timestamp: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ$`,
      ),
    ),
    error_codes: [70003],
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/),
    trace_id: expect.any(String),
    correlation_id: correlationId,
    error_uri: 'https://login.microsoftonline.com/error?code=70003',
  })
})

test.for<[string, Record<string, string | undefined>, number, number]>([
  ['no grant type', { grant_type: undefined }, 400, 900144],
  ['no client', { client_id: undefined }, 400, 900144],
  ['an unknown client', { client_id: 'nobody' }, 400, 700016],
  ['a wrong secret', { client_secret: 'guess' }, 401, 7000215],
  ['no secret', { client_secret: undefined }, 401, 7000218],
  ['no code', { code: undefined }, 400, 900144],
  ['an unknown code', { code: '1.unknown' }, 400, 70000],
  ['no redirect address', { redirect_uri: undefined }, 400, 900144],
  ['another redirect address', { redirect_uri: 'http://localhost:4280/other' }, 400, 50011],
  ['no verifier', { code_verifier: undefined }, 400, 900144],
  ['another verifier', { code_verifier: `${codeVerifier}x` }, 400, 501481],
  ['a resource that is not there', { scope: 'https://vault.azure.net/.default' }, 400, 500011],
  ['two resources', { scope: `${armScope} User.Read` }, 400, 28000],
  ['an assertion of unknown type', { client_assertion: 'x', client_assertion_type: 'saml' }, 400, 900144],
])('a code is not redeemed with %s, and is not used up by the try', async ([, fields, status, number]) => {
  const fresh = await code()
  const refused = await redeem(fresh, fields)
  expect(refused.status).toBe(status)
  expect(refused.body.error_codes).toEqual([number])
  expect(refused.body.access_token).toBeUndefined()
  expect((await redeem(fresh)).status).toBe(200)
})

test('a code works once', async () => {
  const fresh = await code()
  expect((await redeem(fresh)).status).toBe(200)
  expect((await redeem(fresh)).body.error_codes).toEqual([54005])
})

test('of two that race for a code only one gets tokens', async () => {
  const fresh = await code()
  const replies = await Promise.all([redeem(fresh), redeem(fresh), redeem(fresh)])
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(replies.filter(({ body }) => body.error_codes?.[0] === 54005)).toHaveLength(2)
})

test('a code is worthless after ten minutes', async () => {
  const fresh = await code()
  clock.advance(10 * 60 * 1000 + 1)
  expect((await redeem(fresh)).body.error_codes).toEqual([70008])
})

test('another client cannot redeem a code', async () => {
  const { body } = await redeem(await code(), {
    client_id: automationClient.clientId,
    client_secret: automationClient.clientSecret,
  })
  expect(body.error_codes).toEqual([70000])
})

test('a secret may come in a Basic header', async () => {
  const { clientId, clientSecret } = world.settings.portal
  const basic = Buffer.from(`${clientId}:${encodeURIComponent(clientSecret)}`).toString('base64')
  const { status } = await token(
    {
      grant_type: 'authorization_code',
      client_id: undefined,
      client_secret: undefined,
      code: await code(),
      redirect_uri: redirectUri,
      code_verifier: codeVerifier,
    },
    { authorization: `Basic ${basic}` },
  )
  expect(status).toBe(200)
})

test('only the scopes of the sign-in decide on refresh and id tokens', async () => {
  const { body } = await redeem(await code({ scope: armScope }), { scope: armScope })
  expect(Object.keys(body).toSorted()).toEqual([
    'access_token',
    'client_info',
    'expires_in',
    'ext_expires_in',
    'scope',
    'token_type',
  ])
  expect(body).toMatchObject({
    token_type: 'Bearer',
    expires_in: 3599,
    ext_expires_in: 3599,
    scope: 'https://management.azure.com/user_impersonation https://management.azure.com/.default',
  })
})

test.for([
  [armScope, 'https://management.azure.com', 'user_impersonation'],
  ['https://management.azure.com//.default', 'https://management.azure.com/', 'user_impersonation'],
  [
    'https://management.core.windows.net//user_impersonation',
    'https://management.core.windows.net/',
    'user_impersonation',
  ],
  [`${httpsOrigin}/user_impersonation`, httpsOrigin, 'user_impersonation'],
  [`${httpsOrigin}/Application.Read.All`, httpsOrigin, 'Application.Read.All'],
  ['User.Read', 'https://graph.microsoft.com', 'User.Read'],
  ['https://graph.microsoft.com/User.Read openid', 'https://graph.microsoft.com', 'openid User.Read'],
] as const)('scope %s gives a token for %s', async ([scope, audience, permissions]) => {
  const { body } = await redeem(await code({ scope: `offline_access ${scope}` }), { scope })
  expect(decodeJwt(body.access_token ?? '')).toMatchObject({ aud: audience, scp: permissions })
})

test('a refresh token gives another one, and stays valid itself', async () => {
  const { body } = await redeem(await code())
  const first = await token({
    grant_type: 'refresh_token',
    refresh_token: body.refresh_token,
    scope: armScope,
  })
  expect(first.status).toBe(200)
  expect(first.body.refresh_token).not.toBe(body.refresh_token)
  expect(decodeJwt(first.body.access_token ?? '').oid).toBe(accounts.developer.objectId)
  const second = await token({
    grant_type: 'refresh_token',
    refresh_token: body.refresh_token,
    scope: 'User.Read',
  })
  expect(second.status).toBe(200)
})

test.for<[string, Record<string, string | undefined>, number]>([
  ['no token', { refresh_token: undefined }, 900144],
  ['an unknown token', { refresh_token: '1.Aunknown' }, 70000],
  ['a wrong secret', { client_secret: 'guess' }, 7000215],
  ['no secret', { client_secret: undefined }, 7000218],
  [
    'another client',
    { client_id: automationClient.clientId, client_secret: automationClient.clientSecret },
    70000,
  ],
])('a refresh is refused with %s', async ([, fields, number]) => {
  const { body } = await redeem(await code())
  const refused = await token({
    grant_type: 'refresh_token',
    refresh_token: body.refresh_token,
    scope: armScope,
    ...fields,
  })
  expect(refused.body.error_codes).toEqual([number])
  expect(refused.body.access_token).toBeUndefined()
})

test('a refresh token is worthless after 90 days', async () => {
  const { body } = await redeem(await code())
  clock.advance(90 * 24 * 60 * 60 * 1000 + 1)
  const { body: refused } = await token({
    grant_type: 'refresh_token',
    refresh_token: body.refresh_token,
    scope: armScope,
  })
  expect(refused.error_codes).toEqual([700082])
})

const automation = {
  grant_type: 'client_credentials',
  client_id: automationClient.clientId,
  client_secret: automationClient.clientSecret,
  scope: armScope,
}

test('an application signs in with its secret', async () => {
  const { status, body } = await token(automation)
  expect(status).toBe(200)
  expect(Object.keys(body).toSorted()).toEqual(['access_token', 'expires_in', 'ext_expires_in', 'token_type'])
  const claims = decodeJwt(body.access_token ?? '')
  expect(claims).toMatchObject({
    aud: 'https://management.azure.com',
    appid: automationClient.clientId,
    oid: automationClient.servicePrincipalId,
    idtyp: 'app',
  })
  expect(Number(claims.exp) - Number(claims.iat)).toBe(3599)
  expect(claims).not.toHaveProperty('scp')
})

test.for<[string, Record<string, string | undefined>, string, number]>([
  [
    'a scope that is not .default',
    { scope: 'https://management.azure.com/user_impersonation' },
    'invalid_scope',
    1002012,
  ],
  ['two scopes', { scope: `${armScope} https://graph.microsoft.com/.default` }, 'invalid_scope', 1002012],
  ['no scope', { scope: undefined }, 'invalid_request', 900144],
  ['an unknown resource', { scope: 'api://nothing/.default' }, 'invalid_resource', 500011],
  ['no secret', { client_secret: undefined }, 'invalid_client', 7000216],
  ['a wrong secret', { client_secret: 'guess' }, 'invalid_client', 7000215],
])('an application is refused with %s', async ([, fields, error, number]) => {
  const { body } = await token({ ...automation, ...fields })
  expect(body.error).toBe(error)
  expect(body.error_codes).toEqual([number])
})

test.for([
  ['organizations', 50059],
  ['fabrikam.example', 90002],
] as const)('an application cannot sign in through /%s', async ([tenant, number]) => {
  expect((await token(automation, {}, tenant)).body.error_codes).toEqual([number])
})

test('JSON in place of a form, and a parameter given twice, are refused', async () => {
  const address = `${httpsOrigin}/${world.settings.tenantId}/oauth2/v2.0/token`
  const json = await emulator.fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(automation),
  })
  expect(await json.json()).toMatchObject({ error_codes: [900144] })
  const twice = await emulator.fetch(address, {
    method: 'POST',
    body: new URLSearchParams([
      ['grant_type', 'refresh_token'],
      ['grant_type', 'client_credentials'],
    ]),
  })
  expect(await twice.json()).toMatchObject({ error_codes: [9000411] })
})

test('a page in a browser gets no token for an application', async () => {
  const { body } = await token(automation, { origin: 'https://contoso.example' })
  expect(body.error_codes).toEqual([9002326])
})
