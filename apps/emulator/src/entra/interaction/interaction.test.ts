import { decodeJwt } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { firstParty } from '../../seed-first-party.ts'
import { accounts, automationClient, partnerTenant, tenantDomain } from '../../seed.ts'
import { entraRequests } from '../../testing/entra-requests.ts'
import { given } from '../../testing/given.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { testBrowser, type Stop } from '../../testing/test-browser.ts'
import { secondFactorCode } from '../core/second-factor.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { world } = emulator
const { authorizeAddress, redeem, token, redirectUri } = entraRequests(emulator)
const { developer, admin } = accounts

const answerOf = (stop: Stop) => given(stop.leftTo, 'a redirect to the client').searchParams
const pick = (browser: ReturnType<typeof testBrowser>, stop: Stop, username: string) =>
  browser.submit(stop, `value="${username}"`)

test('two people signed in in one browser: the picker asks, a hint or a session id decides', async () => {
  const browser = testBrowser(emulator)
  const first = await pick(browser, await browser.open(authorizeAddress()), developer.username)
  const sid = given(answerOf(first).get('session_state'), 'a session')
  const asked = await browser.open(authorizeAddress({ prompt: 'select_account' }))
  await pick(browser, asked, admin.username)
  const picker = await browser.open(authorizeAddress())
  expect(picker.status).toBe(200)
  expect(picker.text.match(/signed in/g)).toHaveLength(2)
  const byHint = await browser.open(authorizeAddress({ login_hint: admin.username.toUpperCase() }))
  expect(answerOf(byHint).get('code')).not.toBeNull()
  const bySid = await browser.open(authorizeAddress({ sid, prompt: 'none' }))
  expect(answerOf(bySid).get('session_state')).toBe(sid)
  const silent = await browser.open(authorizeAddress({ prompt: 'none' }))
  expect(answerOf(silent).get('error')).toBe('interaction_required')
  expect(answerOf(silent).get('error_description')).toContain('AADSTS16000:')
  const chosen = await browser.submit(picker, `value="${sid}"`)
  expect(answerOf(chosen).get('session_state')).toBe(sid)
})

test('prompt=login offers nobody without a password, and prompt=create says that accounts are not made here', async () => {
  const browser = testBrowser(emulator)
  await pick(browser, await browser.open(authorizeAddress()), developer.username)
  expect((await browser.open(authorizeAddress({ prompt: 'login' }))).text).not.toContain('signed in')
  expect((await browser.open(authorizeAddress({ prompt: 'create' }))).text).toContain(
    'People cannot make accounts in this directory themselves',
  )
})

const demands = [
  ['an authentication context', '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}', ['p1', 'c1']],
  ['a second factor', '{"id_token":{"amr":{"essential":true,"values":["mfa"]}}}', ['p1']],
] as const

test.for(demands)('a client that demands %s gets it, and the token says so', async ([, claims, acrs]) => {
  const browser = testBrowser(emulator)
  const page = await pick(browser, await browser.open(authorizeAddress({ claims })), developer.username)
  expect(page.text).toContain(secondFactorCode(developer))
  const wrong = await browser.submit(page, 'name="code"', { code: '000000' })
  expect(wrong.text).toContain('AADSTS500121')
  const done = await browser.submit(wrong, 'name="code"', { code: secondFactorCode(developer) })
  const { body } = await redeem(given(answerOf(done).get('code'), 'a code'))
  expect(decodeJwt(body.access_token ?? '')).toMatchObject({ amr: ['pwd', 'mfa'], acrs })
  const again = await token({ grant_type: 'refresh_token', refresh_token: body.refresh_token, claims })
  expect(decodeJwt(again.body.access_token ?? '')).toMatchObject({ amr: ['pwd', 'mfa'], acrs })
  const silent = await browser.open(authorizeAddress({ claims, prompt: 'none' }))
  expect(answerOf(silent).get('code')).not.toBeNull()
})

test('a second factor that was not given is interaction_required, with the claims to ask for', async () => {
  const claims = '{"access_token":{"acrs":{"essential":true,"values":["p1"]}}}'
  const browser = testBrowser(emulator)
  const done = await pick(browser, await browser.open(authorizeAddress()), developer.username)
  const silent = await browser.open(authorizeAddress({ claims, prompt: 'none' }))
  expect(answerOf(silent).get('error')).toBe('interaction_required')
  expect(answerOf(silent).get('error_description')).toContain('AADSTS50076:')
  expect(answerOf(silent).get('suberror')).toBe('basic_action')
  const { body } = await redeem(given(answerOf(done).get('code'), 'a code'))
  const refused = await token({ grant_type: 'refresh_token', refresh_token: body.refresh_token, claims })
  expect(refused.status).toBe(400)
  expect(refused.body).toMatchObject({
    error: 'interaction_required',
    suberror: 'basic_action',
    error_codes: [50076],
    claims,
  })
})

test.for(['not JSON', '[]', '{"access_token":{"acrs":"p1"}}'])(
  'claims that say %s are refused',
  async (claims) => {
    const stop = await testBrowser(emulator).open(authorizeAddress({ claims }))
    expect(answerOf(stop).get('error')).toBe('invalid_request')
    expect(answerOf(stop).get('error_description')).toContain('AADSTS90100:')
  },
)

test('a client that can be challenged gets a token for a day, and says when to refresh it', async () => {
  const browser = testBrowser(emulator)
  const done = await pick(browser, await browser.open(authorizeAddress()), developer.username)
  const { body } = await redeem(given(answerOf(done).get('code'), 'a code'), {
    claims: '{"access_token":{"xms_cc":{"values":["CP1"]}}}',
  })
  expect(body).toMatchObject({ expires_in: 86_399, ext_expires_in: 86_399, refresh_in: 43_199 })
  const claims = decodeJwt(body.access_token ?? '')
  expect(claims).toMatchObject({ xms_cc: ['CP1'] })
  expect(Number(claims.exp) - Number(claims.iat)).toBe(86_399)
})

test("Microsoft's own client needs no consent and any port of localhost", async () => {
  const browser = testBrowser(emulator)
  const address = authorizeAddress({
    client_id: firstParty.azureCli.appId,
    redirect_uri: 'http://localhost:8400',
    scope: 'openid profile offline_access https://management.core.windows.net//.default',
  })
  const done = await pick(browser, await browser.open(address), developer.username)
  const code = given(answerOf(done).get('code'), 'a code')
  expect(done.leftTo?.origin).toBe('http://localhost:8400')
  const { body } = await redeem(code, {
    client_id: firstParty.azureCli.appId,
    client_secret: undefined,
    redirect_uri: 'http://localhost:8400',
    scope: 'https://management.core.windows.net//.default',
  })
  expect(body).toMatchObject({ foci: '1' })
  expect(decodeJwt(body.access_token ?? '')).toMatchObject({ appidacr: '0', scp: 'user_impersonation' })
  const family = await token({
    grant_type: 'refresh_token',
    client_id: firstParty.azurePowerShell.appId,
    client_secret: undefined,
    refresh_token: body.refresh_token,
    scope: 'https://graph.microsoft.com/.default',
  })
  expect(family.status).toBe(200)
  const outsider = await token({ grant_type: 'refresh_token', refresh_token: body.refresh_token })
  expect(outsider.body.error_codes).toEqual([70000])
})

test.for<[string, () => void, string]>([
  [
    'a disabled application',
    () => {
      const principal = given(
        world.store.servicePrincipals.get(automationClient.servicePrincipalId),
        'a principal',
      )
      world.store.servicePrincipals.put(principal.objectId, { ...principal, accountEnabled: false })
    },
    'AADSTS7000112:',
  ],
  [
    'an application that people are assigned to',
    () => {
      const principal = given(
        world.store.servicePrincipals.get(automationClient.servicePrincipalId),
        'a principal',
      )
      world.store.servicePrincipals.put(principal.objectId, {
        ...principal,
        accountEnabled: true,
        appRoleAssignmentRequired: true,
      })
    },
    'AADSTS50105:',
  ],
])('%s lets nobody in, and says so on a page', async ([, arrange, text]) => {
  const application = given(world.store.applications.get(automationClient.clientId), 'an application')
  world.store.applications.put(application.appId, {
    ...application,
    redirectUris: { ...application.redirectUris, web: [redirectUri] },
  })
  arrange()
  const browser = testBrowser(emulator)
  const address = authorizeAddress({ client_id: automationClient.clientId })
  const stop = await pick(browser, await browser.open(address), developer.username)
  expect(stop.status).toBe(400)
  expect(stop.text).toContain(text)
})

test("the partner's directory knows nobody of this one", async () => {
  const browser = testBrowser(emulator)
  const page = await browser.open(
    authorizeAddress(
      { client_id: firstParty.azureCli.appId, redirect_uri: 'http://localhost' },
      partnerTenant.domain,
    ),
  )
  const stop = await pick(browser, page, developer.username)
  expect(stop.text).toContain('AADSTS50020:')
  const unknown = await browser.open(authorizeAddress({}, partnerTenant.domain))
  expect(unknown.text).toContain('AADSTS700016:')
})

test('a form that another page on this machine sends is not answered', async () => {
  const response = await emulator.fetch(authorizeAddress({}, tenantDomain), {
    method: 'POST',
    headers: { origin: 'http://localhost:9999' },
    body: new URLSearchParams({ username: developer.username, password: developer.password }),
  })
  expect(response.status).toBe(400)
  expect(response.headers.get('set-cookie')).toBeNull()
})
