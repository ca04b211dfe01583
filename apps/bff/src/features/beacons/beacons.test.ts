import type { Beacon, NewBeacon, Problem, Trust, TrustRef } from '@trustwright/shared-schemas'
import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { SignedInBrowser } from '../../testing/build-test-app.ts'
import { atIssuer, mintAt } from '../../testing/at-issuer.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { forgeToken } from '../../testing/forge-token.ts'
import { call, development, startPortalWorld } from '../../testing/portal-world.ts'

const world = forThisFile(() => startPortalWorld({ environment: { REQUESTS_PER_MINUTE: '100000' } }))
const dana = forThisFile(() => world.portal.signedIn('developer'))
beforeEach(() => world.portal.database.execute(sql`delete from beacon`))

const identity = {
  subscriptionId: development,
  resourceGroup: 'rg-pay-dev',
  identityName: 'id-pay-runtime-dev',
}
const pods: TrustRef = { parent: { kind: 'managedIdentity', ...identity }, trustName: 'pay-api-pods' }
const trustAddress = `/api/identities/mi/${development}/rg-pay-dev/id-pay-runtime-dev/trusts/pay-api-pods`

async function open(trust = pods): Promise<NewBeacon> {
  const { status, body } = await call<NewBeacon>(dana, 'POST', '/api/beacons', trust)
  expect(status).toBe(201)
  return body
}

async function mint(fields: Record<string, unknown>, issuer = 'cluster'): Promise<string> {
  const pod = issuer === 'cluster' ? { namespace: 'pay-dev', serviceAccount: 'pay-api' } : {}
  return await mintAt(world.emulator, issuer, { ...pod, ...fields })
}

let address = 0

/** As a job posts it: no cookie, no mark of the portal, from an address of its own each time. */
async function post(beacon: NewBeacon | string, token: string, type = 'application/jwt') {
  const at = typeof beacon === 'string' ? beacon : new URL(beacon.address).pathname
  address += 1
  const answer = await world.portal.app.inject({
    method: 'POST',
    url: at,
    remoteAddress: `203.0.113.${address % 250}`,
    headers: { 'content-type': type },
    payload: token,
  })
  return { status: answer.statusCode, body: answer.json<Problem & { result?: string }>(), answer }
}

const stateOf = async ({ beacon }: NewBeacon) =>
  (await call<Beacon>(dana, 'GET', `/api/beacons/${beacon.beaconId}`)).body

test('a token for the beacon alone matches the trust, signed, and is not called seen', async () => {
  const beacon = await open()
  expect(beacon.beacon).toMatchObject({
    state: 'waiting',
    audience: expect.stringMatching(/^api:\/\/trustwright-beacon\/[0-9a-f-]{36}$/),
  })
  const { status, body } = await post(beacon, await mint({ audience: beacon.beacon.audience }))
  expect([status, body.result]).toEqual([200, 'matched'])
  expect(await stateOf(beacon)).toMatchObject({ state: 'matched', differences: [], refusals: 0 })
  const trust = (await call<Trust>(dana, 'GET', trustAddress)).body
  expect(trust.matched).toMatchObject({ means: 'beacon', by: 'dana@contoso.onmicrosoft.com' })
  expect(trust.seen).toBeNull()
})

test('the open page hears it by itself, and the stream ends then', async () => {
  const beacon = await open()
  const origin = await world.portal.app.listen({ port: 0, host: '127.0.0.1' })
  const stream = await fetch(`${origin}/api/beacons/${beacon.beacon.beaconId}/events`, {
    headers: { cookie: dana.cookie, 'x-trustwright': '1', 'sec-fetch-site': 'same-origin' },
  })
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  const read = async () => (await reader?.read())?.value ?? 'the end'
  expect(await read()).toContain('"state":"waiting"')
  await post(beacon, await mint({ audience: 'api://fabrikam' }))
  expect(await read()).toContain('"reason":"other-audience"')
  await post(beacon, await mint({ audience: beacon.beacon.audience }))
  const last = await read()
  expect(last).toContain('"state":"matched"')
  expect(last).not.toContain(new URL(beacon.address).pathname.split('-').at(-1))
  expect(await read()).toBe('the end')
})

test('a key that the issuer published a moment ago is looked for once more', async () => {
  const beacon = await open()
  await post(beacon, await mint({ audience: beacon.beacon.audience }))
  await atIssuer(world.emulator, 'cluster/keys/rotate', {})
  world.portal.clock.advance(6_000)
  const next = await open()
  expect((await post(next, await mint({ audience: next.beacon.audience }))).body.result).toBe('matched')
})

test('what differs of a signed token is told, the page in full and the job by name', async () => {
  const beacon = await open()
  const token = await mint({ audience: beacon.beacon.audience, serviceAccount: 'pay-worker' })
  const { status, body } = await post(beacon, token)
  expect([status, body.result]).toEqual([200, 'differs'])
  expect(body.detail).toContain('subject')
  expect(body.detail).not.toContain('pay-api')
  expect(await stateOf(beacon)).toMatchObject({
    state: 'differs',
    differences: [
      {
        claim: 'subject',
        stored: 'system:serviceaccount:pay-dev:pay-api',
        presented: 'system:serviceaccount:pay-dev:pay-worker',
      },
    ],
  })
})

test('the same token twice, also at once, is heard once', async () => {
  const beacon = await open()
  const token = await mint({ audience: beacon.beacon.audience })
  const answers = await Promise.all([post(beacon, token), post(beacon, token), post(beacon, token)])
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 410, 410])
  const replayed = await post(beacon, token)
  expect([replayed.status, replayed.body.code]).toEqual([410, 'BEACON_OVER'])
})

test('a token of one beacon opens no other', async () => {
  const [one, other] = [await open(), await open()]
  const { status, body } = await post(other, await mint({ audience: one.beacon.audience }))
  expect([status, body.code]).toEqual([422, 'BEACON_TOKEN_REFUSED'])
  expect((await stateOf(other)).lastRefusal?.reason).toBe('other-audience')
})

test.each([
  ['audience-of-azure', () => mint({ audience: 'api://AzureADTokenExchange' })],
  ['other-audience', () => mint({ audience: 'api://fabrikam' })],
  ['token-ended', (audience: string) => mint({ audience, expiresInSeconds: -120 })],
  ['token-not-yet', (audience: string) => mint({ audience, issuedSecondsAgo: -600 })],
  [
    'other-issuer',
    (audience: string) =>
      mint({ audience, owner: 'contoso', repository: 'pay', environment: 'prod' }, 'github'),
  ],
  ['signature', (audience: string) => mint({ audience }).then((token) => forgeToken(token))],
  ['algorithm', (audience: string) => mint({ audience }).then((token) => forgeToken(token, 'ES256'))],
  ['no-token', () => Promise.resolve('not a token at all')],
  ['no-token', () => Promise.resolve('a.b.c')],
] as const)('%s: the job is told, the page hears of it, and the beacon waits on', async (reason, make) => {
  const beacon = await open()
  const token = await make(beacon.beacon.audience)
  const { status, body } = await post(beacon, token)
  expect([status, body.code]).toEqual([422, 'BEACON_TOKEN_REFUSED'])
  expect(body.detail).not.toContain('pay-api')
  expect(await stateOf(beacon)).toMatchObject({ state: 'waiting', refusals: 1, lastRefusal: { reason } })
  const right = await post(beacon, await mint({ audience: beacon.beacon.audience }))
  expect(right.body.result).toBe('matched')
})

test.each([
  ['a secret that is wrong', (path: string) => `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`],
  [
    'another ID',
    (path: string) =>
      path.replace(/beacon\/./, (start) => `${start.slice(0, -1)}${start.endsWith('0') ? '1' : '0'}`),
  ],
  ['no secret', (path: string) => path.replace(/-.*/, '')],
  ['nothing', () => '/beacon/x'],
])('an address with %s is unknown, and nothing is told of what is there', async (_, change) => {
  const beacon = await open()
  const token = await mint({ audience: beacon.beacon.audience })
  const { status, body } = await post(change(new URL(beacon.address).pathname), token)
  expect([status, body.code]).toEqual([404, 'BEACON_NOT_FOUND'])
  expect((await stateOf(beacon)).state).toBe('waiting')
})

test.each(['text/plain', 'application/x-www-form-urlencoded'])('%s is taken as a token', async (type) => {
  const beacon = await open()
  const { body } = await post(beacon, `${await mint({ audience: beacon.beacon.audience })}\n`, type)
  expect(body.result).toBe('matched')
})

test('JSON with a token in it is taken, and other JSON is not', async () => {
  const beacon = await open()
  const token = await mint({ audience: beacon.beacon.audience })
  for (const wrongBody of [{ jwt: token }, { token, more: 1 }, [token], { token: 1 }]) {
    const { body } = await post(beacon, JSON.stringify(wrongBody), 'application/json')
    expect(body.code).toBe('BEACON_TOKEN_REFUSED')
  }
  const { body } = await post(beacon, JSON.stringify({ token }), 'application/json')
  expect(body.result).toBe('matched')
})

test('more than 16 KiB is not read', async () => {
  const { status, body } = await post(await open(), 'a'.repeat(17_000))
  expect([status, body.code]).toEqual([413, 'BODY_TOO_LARGE'])
})

test('one address that posts on and on is told to wait', async () => {
  const codes: number[] = []
  while (codes.length < 25) {
    const answer = await world.portal.app.inject({
      method: 'POST',
      url: '/beacon/x',
      remoteAddress: '198.51.100.7',
      headers: { 'content-type': 'application/jwt' },
      payload: 'a',
    })
    codes.push(answer.statusCode)
  }
  expect(codes.filter((code) => code === 404)).toHaveLength(20)
  expect(codes.slice(20)).toEqual([429, 429, 429, 429, 429])
})

test('no cookie is read or set where workloads post to', async () => {
  const beacon = await open()
  const answer = await world.portal.app.inject({
    method: 'POST',
    url: new URL(beacon.address).pathname,
    remoteAddress: '203.0.113.251',
    headers: { 'content-type': 'application/jwt', cookie: dana.cookie, origin: 'https://fabrikam.example' },
    payload: await mint({ audience: beacon.beacon.audience }),
  })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(answer.headers['access-control-allow-origin']).toBeUndefined()
})

test('a changed trust is not matched by what matched the old values', async () => {
  const name = 'beacon-change'
  const at = trustAddress.replace('pay-api-pods', name)
  const { issuer, audiences } = (await call<Trust>(dana, 'GET', trustAddress)).body
  const values = { issuer, audiences, subject: 'system:serviceaccount:pay-dev:other' }
  const made = await call<Trust>(dana, 'POST', at.replace(`/${name}`, ''), { name, ...values })
  const beacon = await open({ ...pods, trustName: name })
  const change = { ...values, subject: 'system:serviceaccount:pay-dev:another' }
  await call(dana, 'PUT', at, { ...change, fingerprint: made.body.fingerprint })
  const { body } = await post(
    beacon,
    await mint({ audience: beacon.beacon.audience, serviceAccount: 'other' }),
  )
  expect(body.result).toBe('matched')
  expect((await call<Trust>(dana, 'GET', at)).body.matched).toBeNull()
})

test('only who opened a beacon sees it, and who may not read a trust opens none', async () => {
  const beacon = await open()
  const other = await world.portal.signedIn('reader')
  for (const tail of ['', '/events']) {
    const { body } = await call(other, 'GET', `/api/beacons/${beacon.beacon.beaconId}${tail}`)
    expect(body.code).toBe('BEACON_NOT_FOUND')
  }
  const listed = async (who: SignedInBrowser) => (await call(who, 'GET', '/api/beacons')).body
  expect(await listed(other)).toEqual({ beacons: [] })
  expect(await listed(dana)).toStrictEqual({ beacons: [beacon.beacon] })
  const hidden: TrustRef = {
    parent: {
      kind: 'managedIdentity',
      subscriptionId: '3d5a7c10-0003-4e2b-9c4d-a1b2c3d4e503',
      resourceGroup: 'rg-vault',
      identityName: 'id-vault-rotation',
    },
    trustName: 'vault-rotation',
  }
  expect((await call(dana, 'POST', '/api/beacons', hidden)).body.code).toBe('NOT_FOUND')
})

test('neither a token nor an address is stored anywhere', async () => {
  const beacon = await open()
  const tokens = [
    await mint({ audience: 'api://AzureADTokenExchange' }),
    await mint({ audience: beacon.beacon.audience }),
  ]
  for (const token of tokens) await post(beacon, token)
  const tables = ['activity_event', 'trust_proof', 'beacon']
  const rows = await Promise.all(
    tables.map((table) => world.portal.database.execute(sql`select * from ${sql.identifier(table)}`)),
  )
  const everything = JSON.stringify(rows.map((result) => result.rows))
  expect(everything).toContain(beacon.beacon.beaconId)
  const secret = new URL(beacon.address).pathname.split('/')[2]?.slice(33) ?? ''
  expect(secret).toHaveLength(43)
  for (const part of [secret, ...tokens.flatMap((token) => token.split('.').slice(1))]) {
    expect(everything).not.toContain(part)
  }
})

test('ten of one person wait at most', async () => {
  for (let count = 0; count < 10; count += 1) await open()
  const { status, body } = await call(dana, 'POST', '/api/beacons', pods)
  expect([status, body.code]).toEqual([409, 'BEACON_LIMIT_REACHED'])
})
