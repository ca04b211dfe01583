import { generateKeyPair, SignJWT } from 'jose'
import type { RouteOptions } from 'fastify'
import { portalHeader, type Problem } from '@trustwright/shared-schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessionCookie, signInCookie } from '../auth/cookies.ts'
import { activityEvent, session } from '../db/schema.ts'
import { bearerGrant } from '../db/schema-bearer.ts'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { startFakeEntra, type FakeEntra } from '../testing/fake-entra.ts'
import { tableOf, type TableRoute } from '../testing/route-table.ts'
import { syntheticArm } from '../testing/synthetic-arm.ts'
import { startTestPostgres, type TestPostgres } from '../testing/test-postgres.ts'

let postgres: TestPostgres
let entra: FakeEntra
let portal: TestApp
let token: string
const lines: string[] = []
const routes: RouteOptions[] = []
const api = () => tableOf(routes, 'api')

beforeAll(async () => {
  ;[postgres, entra] = await Promise.all([startTestPostgres(), startFakeEntra()])
  portal = await buildTestApp({
    postgres,
    environment: { ...entra.environment, REQUESTS_PER_MINUTE: '100000' },
    overrides: { arm: syntheticArm({ subscriptions: 0, identitiesEach: 0, trustsEach: 0 }) },
    log: { write: (line) => void lines.push(line) },
    onRoute: (route) => routes.push(route),
  })
  token = await entra.sign(entra.claims())
}, 60_000)

afterAll(async () => {
  await portal.close()
  await Promise.all([postgres.close(), entra.close()])
})

async function send({ method, url }: Pick<TableRoute, 'method' | 'url'>, headers: Record<string, string>) {
  // Templates of other methods than inject's own list are not registered.
  return await portal.app.inject({ method: method as 'GET', url, headers })
}

async function wrongTokens(): Promise<Record<string, string>> {
  const good = entra.claims()
  const [head, body, signature] = token.split('.')
  const other = await generateKeyPair('RS256')
  const foreign = (header: object) =>
    new SignJWT(good).setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header }).sign(other.privateKey)
  const none = Buffer.from('{"alg":"none"}').toString('base64url')
  const signed = {
    'an ID token': { ...good, scp: undefined, nonce: 'n' },
    'another audience': { ...good, aud: 'https://graph.microsoft.com' },
    'another tenant': { ...good, tid: '11111111-6a52-4d1c-9a3e-2b7c5d4e6f10' },
    'the issuer of version 1.0': { ...good, iss: 'https://sts.windows.net/x/' },
    'an expired one': { ...good, exp: 1_700_000_000 },
    'one of tomorrow': { ...good, nbf: 4_000_000_000 },
    'no permission': { ...good, scp: undefined },
    'one of an application': { ...good, scp: undefined, roles: ['All'], idtyp: 'app' },
  }
  const genuine = await Promise.all(
    Object.entries(signed).map(
      async ([name, claims]) => [name, `Bearer ${await entra.sign(claims)}`] as const,
    ),
  )
  const shared = new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'k1' })
  return {
    ...Object.fromEntries(genuine),
    'no signature': `Bearer ${none}.${body}.`,
    'a shared key': `Bearer ${await shared.sign(Buffer.from(entra.publicKey().n ?? ''))}`,
    'a path as key': `Bearer ${await foreign({ kid: '../../k1' })}`,
    'a key of its own': `Bearer ${await foreign({ jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } })}`,
    'an address of keys': `Bearer ${await foreign({ jku: 'https://evil.example', x5u: 'https://evil.example' })}`,
    'a foreign signature': `Bearer ${await foreign({})}`,
    'a cut signature': `Bearer ${head}.${body}.${signature?.slice(2)}`,
    'twenty kilobytes': `Bearer ${head}.${'A'.repeat(20_000)}.${signature}`,
    'no token': 'Bearer',
    'an empty token': 'Bearer ',
    'no scheme': token,
    'another scheme': `Basic ${Buffer.from('dana:secret').toString('base64')}`,
    'two tokens': `Bearer ${token}, Bearer ${token}`,
    'a wrong one in lower case': `bearer ${await foreign({})}`,
    nothing: '',
  }
}

test('a wrong token gets the same answer on every API route, byte for byte, and leaves nothing', async () => {
  const answers = new Set<string>()
  const wrong = Object.entries(await wrongTokens())
  let sent = 0
  for (const route of api()) {
    for (const [name, authorization] of wrong) {
      const answer = await send(route, { authorization })
      sent += 1
      const id = String(answer.headers['x-request-id'])
      const challenge = String(answer.headers['www-authenticate'])
      if (answer.statusCode !== 401) answers.add(`${name} ${route.method} ${route.url}: ${answer.statusCode}`)
      if (route.method === 'HEAD') continue
      answers.add(`${answer.statusCode} ${challenge} ${answer.body.replaceAll(id, '<id>')}`)
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  }
  expect(sent).toBeGreaterThan(2_000)
  expect([...answers]).toEqual([
    expect.stringMatching(/^401 Bearer error="invalid_token" \{.*"TOKEN_REFUSED"/),
  ])
  expect(await portal.database.$count(bearerGrant)).toBe(0)
  // The trail is for good: it tells of some, the log of each.
  expect(await portal.database.$count(activityEvent)).toBe(100)
  const told = lines.filter((line) => line.includes('an access token was refused'))
  expect(told).toHaveLength(sent)
  expect(lines.join('')).not.toContain(token.split('.')[1])
}, 120_000)

test('a token and a cookie of the portal are refused together, on every API route, whatever the two are worth', async () => {
  const { cookie } = await portal.signedIn('developer')
  const cookies = [cookie, `${sessionCookie.name}=x`, `${signInCookie.nameFor('state')}=x`, `a=b; ${cookie}`]
  const accepted: string[] = []
  for (const route of api()) {
    for (const sent of cookies) {
      for (const authorization of [`Bearer ${token}`, 'Bearer x', 'Basic x', '']) {
        const answer = await send(route, {
          authorization,
          cookie: sent,
          [portalHeader.name]: portalHeader.value,
          'sec-fetch-site': 'same-origin',
        })
        const code = route.method === 'HEAD' ? 'TWO_PROOFS' : answer.json<Problem>().code
        if (answer.statusCode !== 400 || code !== 'TWO_PROOFS') accepted.push(`${route.method} ${route.url}`)
      }
    }
  }
  expect(accepted).toEqual([])
}, 60_000)

test('a token needs no mark of the portal, and no route answers it with a cookie', async () => {
  const refused: string[] = []
  for (const route of api().filter(({ method }) => method === 'GET' || method === 'HEAD')) {
    const answer = await send(route, {
      authorization: `Bearer ${token}`,
      cookie: 'other=1',
      origin: 'https://evil.example',
      'sec-fetch-site': 'cross-site',
    })
    const { code = '' } = route.method === 'GET' ? (answer.json<Partial<Problem>>() ?? {}) : {}
    const wrong = ['REQUEST_NOT_FROM_PORTAL', 'SIGN_IN_REQUIRED', 'TOKEN_REFUSED', 'TWO_PROOFS']
    if (wrong.includes(code)) refused.push(`${route.url} ${code}`)
    if (answer.headers['set-cookie'] !== undefined) refused.push(`${route.url} sets a cookie`)
  }
  expect(refused).toEqual([])
}, 120_000)

test('a token in the address, in the body or in another header lets nobody in', async () => {
  const accepted: string[] = []
  for (const route of api()) {
    const answers = [
      await send({ ...route, url: `${route.url}?access_token=${token}` }, {}),
      await send(route, { 'x-authorization': `Bearer ${token}`, 'x-ms-token-aad-access-token': token }),
      await send(route, { 'proxy-authorization': `Bearer ${token}` }),
    ]
    for (const { statusCode } of answers)
      if (statusCode !== 403) accepted.push(`${route.method} ${route.url}`)
  }
  expect(accepted).toEqual([])
}, 60_000)

test('what is about a session of the browser is refused to a token, and nothing else is', async () => {
  const ofPages = api().filter(({ config }) => config.door === 'cookie')
  expect(ofPages.map(({ template }) => template)).toEqual(['/api/sign-out'])
  for (const route of ofPages) {
    const answer = await send(route, { authorization: `Bearer ${token}` })
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([403, 'PORTAL_PAGES_ONLY'])
  }
})

test('whoever comes with a token is who it says, an administrator by its roles alone', async () => {
  const read = async (claims: object) => {
    const authorization = `bearer ${await entra.sign({ ...entra.claims(), ...claims })}`
    return await portal.app.inject({ url: '/api/session', headers: { authorization } })
  }
  expect((await read({})).json()).toMatchObject({
    user: { objectId: 'dana', username: 'dana@contoso.onmicrosoft.com', displayName: 'dana', isAdmin: false },
  })
  expect((await read({ roles: ['Trustwright.Admin'] })).json()).toMatchObject({ user: { isAdmin: true } })
  for (const route of api().filter(({ config }) => config.access === 'administrator')) {
    const answer = await send(route, { authorization: `Bearer ${token}` })
    if (route.method === 'HEAD') continue
    expect([route.url, answer.statusCode, answer.json<Problem>().code]).toEqual([
      route.url,
      403,
      'ADMINISTRATOR_REQUIRED',
    ])
  }
})

test('the first request of a token is a sign-in in the trail, by its door; the next ones are not', async () => {
  const authorization = `Bearer ${await entra.sign(entra.claims('alex'))}`
  for (let each = 0; each < 3; each += 1) {
    await portal.app.inject({ url: '/api/session', headers: { authorization } })
  }
  const events = await portal.database.select().from(activityEvent)
  expect(events.filter(({ actorObjectId }) => actorObjectId === 'alex')).toMatchObject([
    { operation: 'session.sign-in', outcome: 'succeeded', door: 'bearer' },
  ])
})

test('every cookie of every route is hardened, and an id that the portal did not give is never taken', async () => {
  const before = await portal.database.$count(session)
  const taken: string[] = []
  const cookies: string[] = []
  for (const route of tableOf(routes)) {
    for (const name of [sessionCookie.name, '__Host-trustwright-session']) {
      const answer = await send(route, {
        cookie: `${name}=${'A'.repeat(43)}`,
        [portalHeader.name]: portalHeader.value,
        'sec-fetch-site': 'same-origin',
      })
      const { access, responseClass } = route.config
      const guarded = responseClass === 'api' && access !== 'public'
      if (guarded && answer.statusCode !== 401) taken.push(`${route.method} ${route.url}`)
      cookies.push(...[answer.headers['set-cookie'] ?? []].flat())
    }
  }
  expect(taken).toEqual([])
  expect(cookies.length).toBeGreaterThan(0)
  for (const line of cookies) {
    expect(line).toMatch(/^__Host-Http-trustwright-[\w-]+=/)
    for (const part of ['; Path=/', '; HttpOnly', '; Secure', '; SameSite=']) expect(line).toContain(part)
    expect(line).not.toMatch(/domain=|SameSite=None|A{43}/i)
    expect(Buffer.byteLength(line)).toBeLessThan(4096)
  }
  expect(await portal.database.$count(session)).toBe(before)
}, 60_000)
