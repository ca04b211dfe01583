import { afterAll, expect, test } from 'vitest'
import {
  accounts,
  apiClient,
  automationClient,
  githubIssuer,
  identityHeader,
  partnerTenant,
  subscriptions,
} from '../seed.ts'
import { entraRequests } from '../testing/entra-requests.ts'
import { startTestEmulator } from '../testing/start-test-emulator.ts'
import { authenticate } from '../kernel/bearer.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { browserOrigin, httpsOrigin, world } = emulator

function signOut(body: string, type = 'application/json') {
  return emulator.fetch(`${browserOrigin}/_emulator/sign-outs`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  })
}

test('the tenant page gives a client all it needs', async () => {
  const response = await emulator.fetch(`${browserOrigin}/_emulator/tenant`)
  expect(await response.json()).toMatchObject({
    tenantId: world.settings.tenantId,
    subscriptions: Object.values(subscriptions),
    automation: { clientId: automationClient.clientId, clientSecret: automationClient.clientSecret },
    portal: { clientId: world.settings.portal.clientId },
    accounts: [{ role: 'developer' }, { role: 'admin' }, { role: 'reader' }],
    endpoints: {
      browser: browserOrigin,
      arm: httpsOrigin,
      authority: `${httpsOrigin}/${world.settings.tenantId}`,
    },
    caPath: world.settings.caPath,
    partner: { tenantId: partnerTenant.tenantId, subscriptions: [{ displayName: 'Fabrikam Shared' }] },
    clients: { api: { clientId: apiClient.clientId }, managedIdentity: { header: identityHeader } },
    issuers: {
      github: githubIssuer,
      resolve: expect.stringContaining('token.actions.githubusercontent.com='),
    },
  })
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
})

test('health answers on both origins', async () => {
  for (const origin of [browserOrigin, httpsOrigin]) {
    expect((await emulator.fetch(`${origin}/_emulator/health`)).status).toBe(200)
  }
})

test('the start page leads to the sample page', async () => {
  const page = await (await emulator.fetch(browserOrigin)).text()
  expect(page).toContain('href="/issuers/sample"')
  expect(page).toContain(accounts.developer.username)
})

test('a sign-out ends single sign-on, refresh and access tokens of that person alone, until they sign in anew', async () => {
  const { redeem, code, token, signIn, authorizeAddress } = entraRequests(emulator)
  const { body } = await redeem(await code())
  const cookie = (await signIn()).headers.get('set-cookie')?.split(';')[0] ?? ''
  const admin = await emulator.signIn('admin')
  const asArm = (accessToken: string) =>
    authenticate(
      {
        method: 'GET',
        origin: '',
        host: 'localhost',
        path: '/',
        params: {},
        query: new URLSearchParams(),
        headers: { authorization: `Bearer ${accessToken}` },
        body: '',
      },
      world,
      'arm',
    )
  expect(await asArm(body.access_token ?? '')).toMatchObject({ kind: 'user' })
  expect((await signOut(JSON.stringify({ username: accounts.developer.username }))).status).toBe(204)
  expect(await asArm(body.access_token ?? '')).toMatchObject({
    status: 401,
    body: { error: { code: 'InvalidAuthenticationToken' } },
  })
  const refresh = await token({
    grant_type: 'refresh_token',
    refresh_token: body.refresh_token,
    scope: 'User.Read',
  })
  expect(refresh.body).toMatchObject({ error: 'invalid_grant', error_codes: [50173], suberror: 'bad_token' })
  expect((await emulator.fetch(authorizeAddress(), { headers: { cookie } })).status).toBe(200)
  expect(await asArm(admin)).toMatchObject({ kind: 'user' })
  expect(await asArm(await emulator.signIn('developer'))).toMatchObject({ kind: 'user' })
})

test.for([
  ['nobody known', '{"username":"nobody"}', 'application/json', 404],
  ['no username', '{}', 'application/json', 400],
  ['an unknown field', '{"username":"x","all":true}', 'application/json', 400],
  ['no JSON', '{', 'application/json', 400],
  ['a form of a foreign page', 'username=x', 'application/x-www-form-urlencoded', 415],
] as const)('a sign-out of %s is refused', async ([, body, type, status]) => {
  expect((await signOut(body, type)).status).toBe(status)
})
