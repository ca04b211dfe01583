import { beforeEach, expect, test } from 'vitest'
import { session } from '../db/schema.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { forThisFile } from '../testing/for-this-file.ts'
import { submitSignIn } from '../testing/sign-in-through-emulator.ts'
import { comeBack, sessionOf, startSignIn, type CallbackAnswer } from '../testing/sign-in-steps.ts'
import { startEmulator } from '../testing/start-emulator.ts'
import { startTestPostgres } from '../testing/test-postgres.ts'

const postgres = forThisFile(startTestPostgres)
const emulator = forThisFile(startEmulator)
const portal = forThisFile(() => buildTestApp({ postgres, emulator }))

beforeEach(async () => {
  await portal.database.delete(session)
})

const start = async (returnTo?: string, cookie?: string) => await startSignIn(portal.app, returnTo, cookie)
const callBack = async (url: URL, cookie: string) => await comeBack(portal.app, url, cookie)

/** All that a refusal may show: where it goes, and that nobody is signed in. */
async function refusalOf(answer: CallbackAnswer): Promise<unknown> {
  const rows = await portal.database.$count(session)
  const { statusCode, headers, body } = answer
  return { statusCode, location: headers.location, body, cookie: sessionOf(answer), rows }
}

const refused = (reason: string) => ({
  statusCode: 303,
  location: `/sign-in-problem?reason=${reason}`,
  body: '',
  cookie: undefined,
  rows: 0,
})

test('a callback in a browser that began nothing is refused', async () => {
  const { location } = await start()
  expect(await refusalOf(await callBack(await submitSignIn(emulator, location, 'admin'), ''))).toEqual(
    refused('other-browser'),
  )
})

test("an attacker's code and state do not sign in the victim's browser, nor use up the attempt", async () => {
  const attacker = await start()
  const victim = await start()
  const callback = await submitSignIn(emulator, attacker.location, 'admin')
  expect(await refusalOf(await callBack(callback, victim.cookie))).toEqual(refused('other-browser'))
  expect(sessionOf(await callBack(callback, attacker.cookie))).toBeDefined()
})

test('a callback works once', async () => {
  const { location, cookie } = await start()
  const callback = await submitSignIn(emulator, location, 'developer')
  expect(sessionOf(await callBack(callback, cookie))).toBeDefined()
  await portal.database.delete(session)
  expect(await refusalOf(await callBack(callback, cookie))).toEqual(refused('expired'))
})

test('a code of another attempt is refused, since its verifier differs', async () => {
  const one = await start()
  const other = await start('/', one.cookie)
  const callback = await submitSignIn(emulator, one.location, 'developer')
  const otherState = new URL(other.location).searchParams.get('state') ?? ''
  callback.searchParams.set('state', otherState)
  expect(await refusalOf(await callBack(callback, other.cookie))).toEqual(refused('refused'))
})

test('an attempt ends after ten minutes', async () => {
  const { location, cookie } = await start()
  const callback = await submitSignIn(emulator, location, 'developer')
  portal.clock.advance(600_000)
  expect(await refusalOf(await callBack(callback, cookie))).toEqual(refused('expired'))
})

const entraErrors: readonly (readonly [string, string])[] = [
  ['error=access_denied&error_description=the+user+cancelled', 'cancelled'],
  ['error=access_denied&error_description=AADSTS50105%3A+not+assigned', 'refused'],
  ['error=interaction_required&error_description=AADSTS50076', 'refused'],
  ['error=server_error&error_description=%3Cscript%3Ealert(1)%3C%2Fscript%3E', 'refused'],
  ['', 'refused'],
  ['code=made-up', 'refused'],
  ['code=a&code=b', 'expired'],
]

test.each(entraErrors)('the answer "%s" of Entra becomes the reason %s', async (query, reason) => {
  const { location, cookie } = await start()
  const state = new URL(location).searchParams.get('state') ?? ''
  const answer = await callBack(new URL(`http://portal/auth/callback?state=${state}&${query}`), cookie)
  expect(await refusalOf(answer)).toEqual(refused(reason))
})

test.each([
  '',
  'state=',
  'state=x',
  `state=${'A'.repeat(43)}`,
  `state=${'A'.repeat(5000)}`,
  'state=a&state=b',
])('a callback with the state "%s" is refused', async (query) => {
  const { cookie } = await start()
  expect(
    await refusalOf(await callBack(new URL(`http://portal/auth/callback?code=x&${query}`), cookie)),
  ).toEqual(refused('expired'))
})

test('when Entra is away, signing in says so', async () => {
  const alone = await buildTestApp({ postgres })
  const answer = await alone.app.inject({ url: '/auth/sign-in' })
  expect(answer.headers.location).toBe('/sign-in-problem?reason=entra-unreachable')
  await alone.close()
})

test('a wrong client secret is a fault of the portal, not of the person', async () => {
  const misconfigured = await buildTestApp({
    postgres,
    emulator,
    environment: { CLIENT_SECRET: 'another-secret' },
    connectionString: portal.connectionString,
  })
  await expect(misconfigured.signedIn('developer')).rejects.toThrow('/sign-in-problem?reason=portal-fault')
  await misconfigured.close()
})
