import { afterAll, expect, test } from 'vitest'
import { accounts } from '../../seed.ts'
import { entraRequests } from '../../testing/entra-requests.ts'
import { given } from '../../testing/given.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { testBrowser } from '../../testing/test-browser.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { browserOrigin, world } = emulator
const { authorizeAddress, signIn, redeem } = entraRequests(emulator)
const { developer, admin } = accounts
const registered = 'http://localhost:4280/signed-out'

function logoutAddress(query: Record<string, string>): string {
  return `${browserOrigin}/${world.settings.tenantId}/oauth2/v2.0/logout?${new URLSearchParams(query).toString()}`
}

const logout = (query: Record<string, string>, cookie = '') =>
  emulator.fetch(logoutAddress(query), { headers: { cookie } })

/** A browser in which both are signed in; gives the code of the developer's sign-in too. */
async function bothSignedIn() {
  const browser = testBrowser(emulator)
  const first = await browser.submit(await browser.open(authorizeAddress()), `value="${developer.username}"`)
  const picker = await browser.open(authorizeAddress({ prompt: 'select_account' }))
  await browser.submit(picker, `value="${admin.username}"`)
  const code = given(first.leftTo?.searchParams.get('code'), 'a code')
  const isSignedIn = async ({ username }: { username: string }) =>
    (await browser.open(authorizeAddress({ login_hint: username, prompt: 'none' }))).leftTo?.searchParams.has(
      'code',
    )
  return { browser, code, isSignedIn }
}

test('signing out ends single sign-on and leads to a registered address with the state', async () => {
  const cookie = (await signIn()).headers.get('set-cookie')?.split(';')[0] ?? ''
  const response = await logout({ post_logout_redirect_uri: registered, state: 's' }, cookie)
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe(`${registered}?state=s`)
  expect(response.headers.get('set-cookie')).toContain('Max-Age=0')
  expect((await emulator.fetch(authorizeAddress(), { headers: { cookie } })).status).toBe(200)
})

test.for([
  'https://evil.example/',
  'http://localhost:4280.evil.example/',
  'http://localhost:4280/elsewhere',
  'http://localhost:99999/signed-out',
  'javascript:alert(1)',
  '//evil.example',
])('%s is not registered: the person stays on the page', async (address) => {
  const response = await logout({ post_logout_redirect_uri: address })
  expect(response.status).toBe(200)
  expect(response.headers.get('location')).toBeNull()
  expect(await response.text()).toContain('You signed out of your account')
})

test('of two people a hint says who signs out, and the other stays', async () => {
  const { browser, isSignedIn } = await bothSignedIn()
  const stop = await browser.open(
    logoutAddress({ logout_hint: developer.username, post_logout_redirect_uri: registered }),
  )
  expect(stop.leftTo?.href).toBe(registered)
  expect(await isSignedIn(developer)).toBe(false)
  expect(await isSignedIn(admin)).toBe(true)
})

test('an id token is a hint too', async () => {
  const { browser, code, isSignedIn } = await bothSignedIn()
  const { body } = await redeem(code)
  await browser.open(logoutAddress({ id_token_hint: given(body.id_token, 'an id token') }))
  expect(await isSignedIn(developer)).toBe(false)
  expect(await isSignedIn(admin)).toBe(true)
})

test.for(['', 'not a token'])('without a hint (%s) the person picks who signs out', async (hint) => {
  const { browser, isSignedIn } = await bothSignedIn()
  const query = { post_logout_redirect_uri: registered, state: 's', ...(hint ? { id_token_hint: hint } : {}) }
  const page = await browser.open(logoutAddress(query))
  expect(page.text).toContain('Which account do you want to sign out of?')
  expect(await isSignedIn(developer)).toBe(true)
  const done = await browser.submit(page, 'value="all"', { account: 'all' })
  expect(done.leftTo?.href).toBe(`${registered}?state=s`)
  expect(await isSignedIn(developer)).toBe(false)
  expect(await isSignedIn(admin)).toBe(false)
})
