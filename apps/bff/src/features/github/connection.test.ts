import { randomBytes } from 'node:crypto'
import type { ActivityPage, GithubConnection, GithubRepository, Problem } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { githubConnection } from '../../db/schema-github.ts'
import { buildTestApp } from '../../testing/build-test-app.ts'
import {
  answerGithubPage,
  comeBackFromGithub,
  connectGithub,
  startGithubSignIn,
} from '../../testing/connect-github.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call, startPortalWorld } from '../../testing/portal-world.ts'
import { addFault, clearFaults } from '../../testing/set-up-steps.ts'

const world = forThisFile(() => startPortalWorld({ environment: longIdle }))

/** So that a session outlives a token of GitHub. */
const longIdle = { SESSION_IDLE_MINUTES: '1440' }
const page = '/new?src=github'
const repository = '/api/github/repositories/contoso/pay-api'
const connectionOf = async (browser: Parameters<typeof call>[0]) =>
  (await call<GithubConnection>(browser, 'GET', '/api/github/connection')).body

async function newBrowser() {
  const browser = await world.portal.signedIn('developer')
  return { browser, app: world.portal.app }
}

test('a person signs in to GitHub, comes back to the page they left, and sees what they may see there', async () => {
  const { browser, app } = await newBrowser()
  const before = await connectionOf(browser)
  expect(before).toEqual({
    webUrl: `${world.emulator.browserOrigin}/github`,
    canConnect: true,
    connection: null,
  })
  expect((await call(browser, 'GET', repository)).status).toBe(404)
  expect(await connectGithub(app, browser, 'dana-contoso')).toBe(`${page}&github=connected`)
  const { connection } = await connectionOf(browser)
  expect(connection).toEqual({ login: 'dana-contoso', since: expect.any(String), endsAt: expect.any(String) })
  expect((await call<GithubRepository>(browser, 'GET', repository)).body.repositoryId).toBe(821093847)
})

test('the way to GitHub carries state, proof and no scope, and the portal keeps its secrets', async () => {
  const { browser, app } = await newBrowser()
  const { location, cookie } = await startGithubSignIn(app, browser)
  const { searchParams } = new URL(location)
  expect(Object.fromEntries(searchParams)).toEqual({
    client_id: world.emulator.tenant.githubApp.clientId,
    redirect_uri: 'http://localhost:4280/auth/github/callback',
    state: expect.stringMatching(/^[\w-]{43}$/),
    allow_signup: 'false',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
  })
  expect(cookie).toMatch(/^__Host-Http-trustwright-sign-in-/)
})

test('tokens stand in the database sealed, and go with the session', async () => {
  const { browser, app } = await newBrowser()
  await connectGithub(app, browser, 'octocat')
  const rows = await world.portal.database.select().from(githubConnection)
  expect(rows.length).toBeGreaterThan(0)
  for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toMatch(/gh[ur]_/)
  const count = rows.length
  await browser.inject({ method: 'POST', url: '/api/sign-out' })
  expect(await world.portal.database.select().from(githubConnection)).toHaveLength(count - 1)
})

test('no token of GitHub comes to a browser or into a log, whatever goes wrong', async () => {
  const { browser } = await newBrowser()
  const { postgres, emulator, portal } = world
  const keys = portal.config.sessionKeys.map(({ id, key }) => `${id}:${key.toString('base64')}`).join(',')
  const lines: string[] = []
  const loud = await buildTestApp({
    postgres,
    emulator,
    connectionString: portal.connectionString,
    environment: { ...longIdle, SESSION_KEYS: keys },
    log: { write: (line: string) => lines.push(line) },
  })
  const ask = async (url: string, method: 'GET' | 'DELETE' = 'GET') => {
    const { statusCode, headers, body } = await loud.inject({
      method,
      url,
      headers: { cookie: browser.cookie },
    })
    lines.push(JSON.stringify([statusCode, headers, body]))
    return statusCode
  }
  const { location, cookie } = await startGithubSignIn(loud.app, browser)
  const back = await answerGithubPage(location, { login: 'dana-contoso', authorize: '1' })
  const answer = await comeBackFromGithub(loud.app, back, cookie)
  lines.push(JSON.stringify([answer.headers, answer.body]))
  const secret = back.searchParams.get('code') ?? ''
  expect(secret.length).toBeGreaterThan(10)
  expect(await ask('/api/github/connection')).toBe(200)
  expect(await ask(repository)).toBe(200)
  for (const effect of [{ dropConnection: true }, { status: 500, code: 'x' }, { status: 401, code: 'x' }]) {
    await addFault(emulator, { match: { area: 'github' }, mode: { next: 3 }, effect })
    await ask(`${repository}?refresh=true`)
    await clearFaults(emulator)
  }
  await ask('/api/github/connection', 'DELETE')
  await loud.close()
  const told = lines.join('\n')
  expect(told).toContain('/auth/github/callback')
  expect(told).not.toMatch(/gh[a-z]_[A-Za-z0-9]{10,}/)
  expect(told).not.toContain(secret)
})

test('nobody begins without a session of the portal', async () => {
  const { location } = await startGithubSignIn(world.portal.app, { cookie: 'none=1' })
  expect(location).toBe(`${page}&github=signed-out`)
})

test('a return address outside of the portal is not kept', async () => {
  const { browser, app } = await newBrowser()
  const { location, cookie } = await startGithubSignIn(app, browser, 'https://evil.example/new')
  const back = await answerGithubPage(location, { authorize: '0' })
  expect((await comeBackFromGithub(app, back, cookie)).headers.location).toBe('/?github=cancelled')
})

test.each([
  ['who goes back at GitHub', 'cancelled', { authorize: '0' }, (url: URL) => url],
  ['a code that GitHub does not know', 'expired', {}, (url: URL) => changed(url, { code: 'unknown' })],
  ['an answer without a code', 'refused', {}, (url: URL) => changed(url, { code: null })],
  [
    'an error of the registration',
    'refused',
    {},
    (url: URL) => changed(url, { code: null, error: 'redirect_uri_mismatch' }),
  ],
])('%s is told: %s', async (_, outcome, fields, change) => {
  const { browser, app } = await newBrowser()
  const { location, cookie } = await startGithubSignIn(app, browser)
  const back = await answerGithubPage(location, { login: 'dana-contoso', authorize: '1', ...fields })
  const answer = await comeBackFromGithub(app, change(back), cookie)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `${page}&github=${outcome}`])
  expect((await connectionOf(browser)).connection).toBeNull()
})

function changed(url: URL, changes: Record<string, string | null>): URL {
  const other = new URL(url)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) other.searchParams.delete(name)
    else other.searchParams.set(name, value)
  }
  return other
}

test('an answer is used once, by the browser that began, in time, and never for the sign-in to Entra', async () => {
  const { browser, app } = await newBrowser()
  const start = async () => {
    const { location, cookie } = await startGithubSignIn(app, browser)
    return { back: await answerGithubPage(location, { login: 'dana-contoso', authorize: '1' }), cookie }
  }
  const one = await start()
  const other = await start()
  const at = async (url: URL, cookie: string) => (await comeBackFromGithub(app, url, cookie)).headers.location
  expect(await at(one.back, other.cookie)).toBe('/new?github=other-browser')
  const entra = await app.inject({ url: `/auth/callback${one.back.search}`, headers: { cookie: one.cookie } })
  expect(entra.headers.location).toBe('/sign-in-problem?reason=expired')
  expect(await at(one.back, one.cookie)).toBe('/new?github=expired')
  expect(await at(other.back, other.cookie)).toBe(`${page}&github=connected`)
  expect(await at(other.back, other.cookie)).toBe('/new?github=expired')
  const late = await start()
  world.portal.clock.advance(600_001)
  expect(await at(late.back, late.cookie)).toBe('/new?github=expired')
  world.portal.clock.advance(-600_001)
})

test('who signed out meanwhile gets no connection', async () => {
  const { browser, app } = await newBrowser()
  const { location, cookie } = await startGithubSignIn(app, browser)
  const back = await answerGithubPage(location, { login: 'dana-contoso', authorize: '1' })
  await browser.inject({ method: 'POST', url: '/api/sign-out' })
  expect((await comeBackFromGithub(app, back, cookie)).headers.location).toBe(`${page}&github=expired`)
})

/** Runs `work` while the clock of GitHub, not the portal's, is ahead. */
async function whenGithubIsAhead(seconds: number, work: () => Promise<void>): Promise<void> {
  const control = async (body: object) => {
    const answer = await fetch(`${world.emulator.browserOrigin}/_emulator/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(answer.status).toBe(200)
  }
  await control({ advanceSeconds: seconds })
  try {
    await work()
  } finally {
    await control({ reset: true })
  }
}

/** Half a minute before a token ends. */
const almostOver = 8 * 3_600_000 - 30_000

async function renewals(): Promise<number> {
  const rows = await world.portal.database.select().from(githubConnection)
  return rows.filter(({ version }) => version > 1).length
}

test('a token that GitHub ended is renewed once, also when three ask at the same time', async () => {
  const { browser, app } = await newBrowser()
  await connectGithub(app, browser, 'dana-contoso')
  const before = await renewals()
  await whenGithubIsAhead(8 * 3600 + 1, async () => {
    const asking = [1, 2, 3].map(() => call(browser, 'GET', `${repository}?refresh=true`))
    expect((await Promise.all(asking)).map(({ status }) => status)).toEqual([200, 200, 200])
  })
  expect(await renewals()).toBe(before + 1)
})

test('replicas that renew at the same moment all go on', async () => {
  const { browser, app } = await newBrowser()
  await connectGithub(app, browser, 'dana-contoso')
  const { postgres, emulator, portal } = world
  const { connectionString, clock, config } = portal
  const keys = config.sessionKeys.map(({ id, key }) => `${id}:${key.toString('base64')}`).join(',')
  const environment = { ...longIdle, SESSION_KEYS: keys }
  const same = { postgres, emulator, connectionString, clock, environment }
  const others = await Promise.all([1, 2, 3, 4].map(() => buildTestApp(same)))
  const asked = { url: repository, headers: { cookie: browser.cookie } }
  const askAll = async () =>
    (await Promise.all(others.map((replica) => replica.inject(asked)))).map(({ statusCode }) => statusCode)
  // Their connections to the database are open then, so that none is ahead.
  expect(await askAll()).toEqual([200, 200, 200, 200])
  clock.advance(almostOver)
  const answers = await askAll()
  clock.advance(-almostOver)
  expect(answers).toEqual([200, 200, 200, 200])
  for (const replica of others) await replica.close()
})

test('a token that is about to end is renewed before GitHub refuses it', async () => {
  const { browser, app } = await newBrowser()
  await connectGithub(app, browser, 'dana-contoso')
  const before = await renewals()
  world.portal.clock.advance(almostOver)
  expect((await call(browser, 'GET', repository)).status).toBe(200)
  world.portal.clock.advance(-almostOver)
  expect(await renewals()).toBe(before + 1)
})

test('what GitHub no longer renews is forgotten once, and then only what is public is found', async () => {
  const { browser, app } = await newBrowser()
  await connectGithub(app, browser, 'dana-contoso')
  await whenGithubIsAhead(200 * 24 * 3600, async () => {
    const first = await call(browser, 'GET', `${repository}?refresh=true`)
    expect([first.status, first.body.code]).toEqual([403, 'GITHUB_CONNECTION_ENDED'])
  })
  expect((await connectionOf(browser)).connection).toBeNull()
  expect((await call(browser, 'GET', repository)).body.code).toBe('GITHUB_NOT_FOUND')
  expect((await call(browser, 'GET', '/api/github/repositories/octo-org/octo-repo')).status).toBe(200)
})

test('who disconnects is forgotten here and at GitHub, and both are in the trail', async () => {
  const { browser, app } = await newBrowser()
  await connectGithub(app, browser, 'dana-contoso')
  const gone = await call(browser, 'DELETE', '/api/github/connection')
  expect(gone.body).toEqual({ withdrawnAtGithub: true })
  expect((await connectionOf(browser)).connection).toBeNull()
  expect((await call(browser, 'DELETE', '/api/github/connection')).body).toEqual({ withdrawnAtGithub: false })
  const { body } = await call<ActivityPage>(browser, 'GET', '/api/activity')
  expect(body.events.slice(0, 2)).toMatchObject([
    { operation: 'github.disconnect', before: { login: 'dana-contoso' }, after: { withdrawnAtGithub: true } },
    { operation: 'github.connect', outcome: 'succeeded', after: { login: 'dana-contoso' } },
  ])
})

test('a portal with other keys, or without a registration, does not use what was stored', async () => {
  const { browser, app } = await newBrowser()
  await connectGithub(app, browser, 'dana-contoso')
  const { postgres, emulator, portal } = world
  const { connectionString, clock } = portal
  const same = { postgres, emulator, connectionString, clock }
  const key = `k2:${randomBytes(32).toString('base64')}`
  const other = await buildTestApp({ ...same, environment: { SESSION_KEYS: key } })
  const asked = { url: repository, headers: { cookie: browser.cookie } }
  expect((await other.inject(asked)).json<Problem>().code).toBe('GITHUB_CONNECTION_ENDED')
  expect((await other.inject(asked)).json<Problem>().code).toBe('GITHUB_NOT_FOUND')
  await other.close()
  expect((await connectionOf(browser)).connection).toBeNull()

  const bare = { GITHUB_CLIENT_ID: '', GITHUB_CLIENT_SECRET: '' }
  const without = await buildTestApp({ ...same, environment: bare })
  const told = await without.inject({ url: '/api/github/connection', headers: { cookie: browser.cookie } })
  expect(told.json<GithubConnection>()).toMatchObject({ canConnect: false, connection: null })
  expect((await startGithubSignIn(without.app, browser)).location).toBe(`${page}&github=not-set-up`)
  await without.close()
})
