import { decodeJwt } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { firstParty } from '../../seed-first-party.ts'
import { accounts, tenantDomain } from '../../seed.ts'
import { entraRequests } from '../../testing/entra-requests.ts'
import { given } from '../../testing/given.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { tenantId } = emulator.world.settings
const { authorizeAddress, signIn, redirectUri, redeem } = entraRequests(emulator)

const get = (address: string, cookie?: string) =>
  emulator.fetch(address, cookie === undefined ? {} : { headers: { cookie } })

async function signedInCookie(): Promise<string> {
  const response = await signIn()
  return given(response.headers.get('set-cookie')?.split(';')[0], 'a cookie')
}

function answerIn(location: string | null): URLSearchParams {
  return new URL(given(location, 'a redirect')).searchParams
}

test.for<[string, Record<string, string | undefined>, string]>([
  [
    'no client',
    { client_id: undefined },
    'AADSTS900144:</b> The request body must contain the following parameter: &#39;client_id&#39;.',
  ],
  [
    'an unknown client',
    { client_id: 'nobody' },
    'AADSTS700016:</b> Application with identifier &#39;nobody&#39; was not found in the directory &#39;Contoso&#39;.',
  ],
  ['no redirect address', { redirect_uri: undefined }, 'AADSTS900144:'],
  [
    'an unregistered redirect address',
    { redirect_uri: 'https://evil.example/cb' },
    'AADSTS50011:</b> The redirect URI &#39;https://evil.example/cb&#39;',
  ],
  ['another path', { redirect_uri: `${redirectUri}/more` }, 'AADSTS50011:'],
  ['a look-alike host', { redirect_uri: 'http://localhost:1@evil.example/auth/callback' }, 'AADSTS50011:'],
  ['a port that is none', { redirect_uri: redirectUri.replace('4280', '99999') }, 'AADSTS50011:'],
  ['markup for an address', { redirect_uri: '"><script>' }, '&quot;&gt;&lt;script&gt;'],
])('%s is told on a page and never redirected', async ([, fields, text]) => {
  const response = await get(authorizeAddress(fields))
  expect(response.status).toBe(400)
  expect(response.headers.get('location')).toBeNull()
  expect(await response.text()).toContain(text)
})

test('a parameter given twice is told on a page', async () => {
  const response = await get(`${authorizeAddress()}&redirect_uri=https%3A%2F%2Fevil.example`)
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('AADSTS9000411:')
})

test('an unknown tenant is told on a page', async () => {
  const response = await get(authorizeAddress({}, 'fabrikam.example'))
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('AADSTS90002:</b> Tenant &#39;fabrikam.example&#39; not found.')
})

test.for<[string, Record<string, string | undefined>, string, string]>([
  [
    'no response type',
    { response_type: undefined },
    'invalid_request',
    "AADSTS900144: The request body must contain the following parameter: 'response_type'.",
  ],
  [
    'the implicit flow',
    { response_type: 'id_token', response_mode: 'query' },
    'unsupported_response_type',
    "AADSTS700054: response_type 'id_token' is not enabled for the application.",
  ],
  [
    'an access token at once',
    { response_type: 'code token', response_mode: 'query' },
    'unsupported_response_type',
    "AADSTS700051: response_type 'token' is not enabled for the application.",
  ],
  ['an unknown response type', { response_type: 'magic' }, 'unsupported_response_type', 'AADSTS700054:'],
  ['an unknown response mode', { response_mode: 'smoke' }, 'invalid_request', 'AADSTS70007:'],
  ['an unknown prompt', { prompt: 'maybe' }, 'invalid_request', 'AADSTS90023:'],
  ['no scope', { scope: undefined }, 'invalid_request', 'AADSTS900144:'],
  [
    'a resource that is not there',
    { scope: 'https://vault.azure.net/.default' },
    'invalid_resource',
    'AADSTS500011: The resource principal named https://vault.azure.net was not found in the tenant named Contoso.',
  ],
  ['a permission that is not there', { scope: 'User.Everything' }, 'invalid_client', 'AADSTS650053:'],
  ['an unknown challenge method', { code_challenge_method: 'S512' }, 'invalid_request', 'AADSTS9002313:'],
  [
    'a plain challenge that is too short',
    { code_challenge: 'short', code_challenge_method: 'plain' },
    'invalid_request',
    'AADSTS501491:',
  ],
  ['a challenge that is too short', { code_challenge: 'short' }, 'invalid_request', 'AADSTS501491:'],
  [
    'no session for prompt=none',
    { prompt: 'none' },
    'login_required',
    'AADSTS50058: A silent sign-in request was sent but no user is signed in.',
  ],
])('%s is told to the client with its state', async ([, fields, error, description]) => {
  const response = await get(authorizeAddress(fields))
  expect(response.status).toBe(302)
  expect(response.headers.get('location')?.startsWith(`${redirectUri}?`)).toBe(true)
  const answer = answerIn(response.headers.get('location'))
  expect(answer.get('error')).toBe(error)
  expect(answer.get('error_description')).toContain(description)
  expect(answer.get('state')).toBe('kept as it is')
  expect(answer.get('code')).toBeNull()
})

test.for([
  ['a wrong password', { username: accounts.admin.username, password: 'guess' }, 'AADSTS50126'],
  ['an unknown name', { username: '"><script>', password: 'guess' }, 'AADSTS50034'],
  ['nothing', { username: '', password: '' }, 'AADSTS50034'],
] as const)('%s signs nobody in and leaves the page up', async ([, person, number]) => {
  const response = await signIn({}, person)
  expect(response.status).toBe(200)
  expect(response.headers.get('set-cookie')).toBeNull()
  const page = await response.text()
  expect(page).toContain(number)
  expect(page).not.toContain('<script')
})

test('the page lists every account and runs no script', async () => {
  const response = await get(authorizeAddress())
  const page = await response.text()
  for (const { username } of emulator.world.store.users.list()) expect(page).toContain(username)
  expect(page).not.toContain('<script')
  expect(response.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' http:\/\/localhost:4280;/,
  )
})

test('a login hint is filled in and comes first', async () => {
  const page = await (await get(authorizeAddress({ login_hint: accounts.reader.username }))).text()
  expect(page).toContain(`id="username"`)
  const [firstAccount] = page.match(/name="username" value="([^"]+)"/) ?? []
  expect(firstAccount).toContain(accounts.reader.username)
})

test('the Cancel button is access_denied', async () => {
  const response = await emulator.fetch(authorizeAddress(), {
    method: 'POST',
    body: new URLSearchParams({ cancel: '1' }),
  })
  const answer = answerIn(response.headers.get('location'))
  expect(answer.get('error')).toBe('access_denied')
  expect(answer.get('error_description')).toContain('AADSTS65004:')
})

test('a signed-in browser gets a code at once, unless it is to ask', async () => {
  const cookie = await signedInCookie()
  const silent = await get(authorizeAddress({ prompt: 'none' }), cookie)
  expect(answerIn(silent.headers.get('location')).get('code')).not.toBeNull()
  for (const prompt of ['login', 'select_account']) {
    expect((await get(authorizeAddress({ prompt }), cookie)).status).toBe(200)
  }
  const forAnother = await get(authorizeAddress({ login_hint: accounts.admin.username }), cookie)
  expect(forAnother.status).toBe(200)
})

test.for([
  ['an unknown session', 'ESTSAUTH=11111111-1111-1111-1111-111111111111.secret'],
  ['no secret', 'ESTSAUTH=nothing'],
])("a cookie with %s is nobody's", async ([, cookie]) => {
  expect((await get(authorizeAddress(), cookie)).status).toBe(200)
})

test("a cookie whose secret was changed is nobody's", async () => {
  const cookie = await signedInCookie()
  expect(
    (await get(authorizeAddress(), `${cookie.slice(0, -1)}${cookie.endsWith('A') ? 'B' : 'A'}`)).status,
  ).toBe(200)
})

test('the cookie is kept from scripts and from other programs on localhost', async () => {
  const response = await signIn()
  expect(response.headers.get('set-cookie')).toMatch(
    new RegExp(`^ESTSAUTH=[^;]+; Path=/${tenantId}/oauth2; HttpOnly; SameSite=Lax$`),
  )
})

test('the answer may travel in the fragment or in a form', async () => {
  const fragment = await signIn({ response_mode: 'fragment' })
  const location = new URL(fragment.headers.get('location') ?? '')
  expect(location.search).toBe('')
  expect(new URLSearchParams(location.hash.slice(1)).get('code')).not.toBeNull()
  const posted = await signIn({ response_mode: 'form_post', state: '"><script>alert(1)</script>' })
  const page = await posted.text()
  expect(page).toContain(`<form method="post" action="${redirectUri}">`)
  expect(page).not.toContain('<script>alert')
  expect(page).toContain('<script>document.forms[0].submit()</script>')
})

test('a port other than the registered one is taken for http://localhost only', async () => {
  const moved = redirectUri.replace('4280', '51234')
  const response = await signIn({ redirect_uri: moved })
  expect(response.headers.get('location')?.startsWith(`${moved}?`)).toBe(true)
})

test('the domain leads to the tenant itself', async () => {
  const response = await get(authorizeAddress({}, tenantDomain))
  expect(response.status).toBe(307)
  expect(response.headers.get('location')).toBe(authorizeAddress())
})

test.for(['common', 'organizations'])('/%s is for applications of several directories', async (path) => {
  const refused = await get(authorizeAddress({}, path))
  expect(refused.status).toBe(400)
  expect(await refused.text()).toContain('AADSTS50194:')
  const cli = { client_id: firstParty.azureCli.appId, redirect_uri: 'http://localhost:8400' }
  const response = await get(authorizeAddress(cli, path))
  expect(response.status).toBe(307)
  expect(response.headers.get('location')).toBe(authorizeAddress(cli))
})

test('the id token carries nonce, person and session, and client_info names the account', async () => {
  const response = await signIn({ nonce: 'n-1', client_info: '1' })
  const answer = answerIn(response.headers.get('location'))
  const { body } = await redeem(answer.get('code') ?? '')
  const info = Buffer.from(answer.get('client_info') ?? '', 'base64url').toString('utf8')
  expect(JSON.parse(info)).toEqual({ uid: accounts.developer.objectId, utid: tenantId })
  expect(body.client_info).toBe(answer.get('client_info'))
  expect(decodeJwt(body.id_token ?? '')).toMatchObject({
    iss: `${emulator.httpsOrigin}/${tenantId}/v2.0`,
    aud: emulator.world.settings.portal.clientId,
    oid: accounts.developer.objectId,
    tid: tenantId,
    preferred_username: accounts.developer.username,
    name: accounts.developer.displayName,
    nonce: 'n-1',
    ver: '2.0',
    sub: expect.any(String),
  })
})
