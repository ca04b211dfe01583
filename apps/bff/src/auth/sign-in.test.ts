import { beforeEach, expect, test } from 'vitest'
import { activityEvent, session } from '../db/schema.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { forThisFile } from '../testing/for-this-file.ts'
import { submitSignIn } from '../testing/sign-in-through-emulator.ts'
import { comeBack, sessionOf, startSignIn, type CallbackAnswer } from '../testing/sign-in-steps.ts'
import { startEmulator } from '../testing/start-emulator.ts'
import { startTestPostgres } from '../testing/test-postgres.ts'
import { sessionCookie } from './cookies.ts'

const postgres = forThisFile(startTestPostgres)
const emulator = forThisFile(startEmulator)
const portal = forThisFile(() => buildTestApp({ postgres, emulator }))

beforeEach(async () => {
  await portal.database.delete(session)
})

const start = async (returnTo?: string, cookie?: string) => await startSignIn(portal.app, returnTo, cookie)
const callBack = async (url: URL, cookie: string) => await comeBack(portal.app, url, cookie)

async function whoIs(secret: string | undefined): Promise<unknown> {
  const headers = { cookie: `${sessionCookie.name}=${secret}` }
  const answer = await portal.inject({ url: '/api/session', headers })
  return answer.json<{ user: { username: string } | null }>().user?.username ?? null
}

test('signing in ends on the page that was asked for, with a session of that person', async () => {
  const { location, cookie } = await start('/trusts?q=pay')
  const end = await callBack(await submitSignIn(emulator, location, 'developer'), cookie)
  expect(end.statusCode).toBe(303)
  expect(end.headers.location).toBe('/trusts?q=pay')
  expect(await whoIs(sessionOf(end))).toBe('dana@contoso.onmicrosoft.com')
})

test.each([
  ['admin', true],
  ['developer', false],
] as const)('whether the %s administers the portal is told by the ID token', async (role, isAdmin) => {
  const browser = await portal.signedIn(role)
  expect((await browser.inject({ url: '/api/session' })).json()).toMatchObject({ user: { isAdmin } })
})

test('the cookies have exactly the hardened attributes, and carry no token', async () => {
  const begun = await portal.app.inject({ url: '/auth/sign-in' })
  expect(String(begun.headers['set-cookie'])).toMatch(
    /^__Host-Http-trustwright-sign-in-[A-Za-z0-9_-]{16}=[A-Za-z0-9_-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  const { location, cookie } = await start()
  const end = await callBack(await submitSignIn(emulator, location, 'developer'), cookie)
  const set = [end.headers['set-cookie']].flat().find((line) => line?.includes('session='))
  expect(set).toMatch(
    /^__Host-Http-trustwright-session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  )
})

test('the authorize request has PKCE, state and nonce, and never the secret', async () => {
  const query = new URL((await start()).location).searchParams
  expect(query.get('code_challenge_method')).toBe('S256')
  expect(query.get('response_type')).toBe('code')
  expect(query.get('response_mode')).toBe('query')
  expect(query.get('redirect_uri')).toBe('http://localhost:4280/auth/callback')
  for (const name of ['code_challenge', 'state', 'nonce']) {
    expect(query.get(name)?.length).toBeGreaterThanOrEqual(43)
  }
  expect(query.toString()).not.toContain('secret')
})

test('the redirect address comes from the configuration, whatever host the request names', async () => {
  const answer = await portal.app.inject({
    url: '/auth/sign-in',
    headers: {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example',
    },
  })
  expect(answer.headers.location).not.toContain('evil')
})

const outside = [
  '//evil.example',
  String.raw`/\evil.example`,
  '/\t/evil.example',
  'https:evil.example',
  'https://evil.example/trusts',
  '/%2f%2fevil.example',
  '/%252f%252fevil.example',
  '/..//evil.example',
  '/trusts/..//evil.example',
  'javascript:alert(1)',
  '/trusts\r\nset-cookie: a=b',
  '/auth/sign-in',
  '/api/session',
  '/no-such-page',
  '/／evil.example',
  '',
  `/trusts?q=${'x'.repeat(3000)}`,
]

test.each(outside)('a return path that is no page of the portal becomes the first page: %j', async (path) => {
  const { location, cookie } = await start(path)
  const end = await callBack(await submitSignIn(emulator, location, 'developer'), cookie)
  expect(end.headers.location).toBe('/')
})

test('a return path that is given twice is not used', async () => {
  const answer = await portal.app.inject({ url: '/auth/sign-in?returnTo=/trusts&returnTo=/activity' })
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const end = await callBack(await submitSignIn(emulator, answer.headers.location ?? '', 'developer'), cookie)
  expect(end.headers.location).toBe('/')
})

const cleared = ({ cookies }: CallbackAnswer) =>
  cookies.filter(({ value }) => value === '').map(({ name }) => name)
const nameOf = (cookie: string) => cookie.split('=')[0]

test('two tabs that begin at the same moment in a browser without cookies both end on their pages', async () => {
  const [first, second] = await Promise.all([start('/trusts'), start('/identities')])
  const both = `${first.cookie}; ${second.cookie}`
  const late = await callBack(await submitSignIn(emulator, second.location, 'developer'), both)
  const early = await callBack(await submitSignIn(emulator, first.location, 'developer'), both)
  expect([late.headers.location, early.headers.location]).toEqual(['/identities', '/trusts'])
  expect([cleared(late), cleared(early)]).toEqual([[nameOf(second.cookie)], [nameOf(first.cookie)]])
})

test('sign-ins that are begun again and again leave at most five cookies', async () => {
  const jar = new Map<string, string>()
  for (let times = 0; times < 8; times++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const { cookies } = await portal.app.inject({ url: '/auth/sign-in', headers: { cookie } })
    for (const { name, value } of cookies) {
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
  }
  expect(jar.size).toBe(5)
})

test('a cookie of an attempt with another value than the portal gave is refused', async () => {
  const { location, cookie } = await start()
  const planted = `${nameOf(cookie)}=${'A'.repeat(43)}`
  const end = await callBack(await submitSignIn(emulator, location, 'developer'), planted)
  expect(end.headers.location).toBe('/sign-in-problem?reason=other-browser')
  expect(sessionOf(end)).toBeUndefined()
})

test('the id after sign-in is new, and the row of the session before is gone', async () => {
  const before = await portal.signedIn('developer')
  const { location, cookie } = await start('/', before.cookie)
  const end = await callBack(await submitSignIn(emulator, location, 'developer'), cookie)
  const rows = await portal.database.select().from(session)
  expect(rows).toHaveLength(1)
  expect(before.cookie).not.toContain(sessionOf(end))
  expect((await before.inject({ url: '/api/activity' })).json()).toMatchObject({ code: 'SESSION_ENDED' })
})

test.each(['A'.repeat(43), 'planted', ''])(
  'a planted session cookie %j is never adopted',
  async (planted) => {
    const { location, cookie } = await start()
    const both = `${cookie}; ${sessionCookie.name}=${planted}`
    const end = await callBack(await submitSignIn(emulator, location, 'developer'), both)
    expect(sessionOf(end)).not.toBe(planted)
    expect(await whoIs(planted)).toBeNull()
  },
)

test('signing out ends the row and the tokens, clears the browser, and names where Entra ends its own session', async () => {
  const browser = await portal.signedIn('developer')
  const answer = await browser.inject({ method: 'POST', url: '/api/sign-out' })
  const { continueAt } = answer.json<{ continueAt: string }>()
  expect(continueAt).toMatch(new RegExp(`^${emulator.browserOrigin}/${emulator.tenantId}/oauth2/v2.0/logout`))
  expect(new URL(continueAt).searchParams.get('post_logout_redirect_uri')).toBe('http://localhost:4280/')
  expect(answer.headers['clear-site-data']).toBe('"cache", "storage"')
  expect(await portal.database.select().from(session)).toHaveLength(0)
  const replay = await browser.inject({ url: '/api/activity' })
  expect(replay.json()).toMatchObject({ code: 'SESSION_ENDED' })
})

test('signing out as nobody answers the first page and does nothing', async () => {
  const answer = await portal.inject({ method: 'POST', url: '/api/sign-out' })
  expect(answer.json()).toEqual({ continueAt: '/' })
})

test('sign-ins, refused ones and sign-outs are in the audit trail', async () => {
  await portal.database.delete(activityEvent)
  const browser = await portal.signedIn('reader')
  await browser.inject({ method: 'POST', url: '/api/sign-out' })
  await callBack(new URL('http://portal/auth/callback?code=x'), '')
  const rows = await portal.database.select().from(activityEvent).orderBy(activityEvent.sequence)
  expect(rows.map(({ operation, outcome, actorUsername }) => [operation, outcome, actorUsername])).toEqual([
    ['session.sign-in', 'succeeded', 'robin@contoso.onmicrosoft.com'],
    ['session.sign-out', 'succeeded', 'robin@contoso.onmicrosoft.com'],
    ['session.sign-in', 'refused', ''],
  ])
  expect(rows[2]?.after).toEqual({ reason: 'expired' })
})

test('whoever sends junk does not fill the trail, and the log has each', async () => {
  const lines: string[] = []
  const flooded = await buildTestApp({
    postgres,
    emulator,
    environment: { REQUESTS_PER_MINUTE: '1000' },
    log: { write: (line) => lines.push(line) },
  })
  for (let each = 0; each < 130; each += 1)
    expect((await flooded.app.inject({ url: '/auth/callback?code=x' })).statusCode).toBe(303)
  expect(await flooded.database.$count(activityEvent)).toBe(100)
  expect(lines.filter((line) => line.includes('sign-in refused'))).toHaveLength(130)
  await flooded.close()
})

test('nothing of a sign-in, its cookies, code or tokens is in the log', async () => {
  const lines: string[] = []
  const logged = await buildTestApp({ postgres, emulator, log: { write: (line) => lines.push(line) } })
  const begun = await logged.app.inject({ url: '/auth/sign-in' })
  const callback = await submitSignIn(emulator, begun.headers.location ?? '', 'developer')
  const cookie = begun.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const end = await logged.app.inject({ url: callback.pathname + callback.search, headers: { cookie } })
  await logged.app.inject({ url: callback.pathname + callback.search, headers: { cookie } })
  const secrets = [
    ...begun.cookies.map(({ value }) => value),
    ...end.cookies.map(({ value }) => value).filter((value) => value !== ''),
    callback.searchParams.get('code'),
    callback.searchParams.get('state'),
    'eyJ',
  ]
  const text = lines.join('')
  expect(text).toContain('sign-in refused')
  expect(secrets.filter((secret) => text.includes(secret ?? 'none'))).toEqual([])
  await logged.close()
})
