import { afterAll, beforeEach, expect, test } from 'vitest'
import { accounts, githubIssuer, subscriptions } from '../../seed.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'

const emulator = await startTestEmulator()
const { world, browserOrigin } = emulator
afterAll(() => emulator.close())
beforeEach(() => emulator.fetch(`${browserOrigin}/_emulator/reset`, { method: 'POST' }))

const page = async (path = '/_emulator') => (await emulator.fetch(`${browserOrigin}${path}`)).text()

async function submit(
  fields: Record<string, string>,
  headers: Record<string, string> = { origin: browserOrigin },
) {
  const response = await emulator.fetch(`${browserOrigin}/_emulator`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields),
  })
  return { status: response.status, location: response.headers.get('location'), text: await response.text() }
}

test('the page shows what arrived, by whom and how it ended, and no query', async () => {
  const token = await emulator.signIn('developer')
  await emulator.fetch(`${emulator.httpsOrigin}/subscriptions?api-version=2022-12-01&hidden=secret`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const text = await page()
  expect(text).toContain('arm/list-subscriptions')
  expect(text).toContain(accounts.developer.username)
  expect(text).not.toContain('secret')
  expect(await page('/_emulator?area=graph')).not.toContain('arm/list-subscriptions')
  expect(await page('/_emulator?outcome=failed')).not.toContain('arm/list-subscriptions')
})

test('markup in a path or in a name stays text', async () => {
  await emulator.fetch(`${browserOrigin}/%3Cscript%3Ealert(1)%3C/script%3E`)
  world.store.subscriptions.put('x', {
    subscriptionId: 'x',
    displayName: '<i>x</i>',
    tenantId: 't',
    state: 'Enabled',
  })
  expect(await page()).not.toContain('<script>alert')
  expect(await page('/_emulator/browse')).toContain('&lt;i&gt;x&lt;/i&gt;')
})

test.for([
  '/',
  '/_emulator',
  '/_emulator/browse',
  '/_emulator/browse/applications',
  '/_emulator/browse/people',
])('%s runs no script but the one file it may name, and stands in no frame', async (path) => {
  const response = await emulator.fetch(`${browserOrigin}${path}`)
  const policy = response.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect(/<script(?! src="\/_emulator\/live\.js" defer><\/script>)/.test(await response.text())).toBe(false)
  expect(policy.includes('script-src')).toBe(path === '/_emulator')
})

test('the script of the page is served as a script', async () => {
  const response = await emulator.fetch(`${browserOrigin}/_emulator/live.js`)
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
})

test('a form that changes switches leads back and says so', async () => {
  const switches = Object.entries(world.reality).map(([name, value]) => [name, String(value)])
  const answer = await submit({ do: 'reality', ...Object.fromEntries(switches), propagationMs: '8000' })
  expect(answer).toMatchObject({ status: 303, location: '/_emulator?done=reality' })
  expect(world.reality).toMatchObject({ propagationMs: 8000, throttleScale: 0, refusedIssuers: [] })
  expect(await page('/_emulator?done=reality')).toContain('The switches are set.')
})

test('each other form does what it says', async () => {
  const done = async (fields: Record<string, string>) => expect((await submit(fields)).status).toBe(303)
  await done({ do: 'advance', seconds: '3600' })
  expect(world.clock.offset()).toBe(3_600_000)
  await done({ do: 'clock-reset' })
  expect(world.clock.offset()).toBe(0)
  const fault = {
    do: 'fault',
    kind: 'throttle',
    amount: '5',
    area: 'arm',
    method: '',
    reach: 'rate',
    count: '20',
    path: '',
  }
  await done(fault)
  expect(world.faults.list()).toMatchObject([
    { match: { area: 'arm' }, mode: { rate: 0.2 }, effect: { status: 429 } },
  ])
  await done({ do: 'remove-fault', id: world.faults.list()[0]?.id ?? '' })
  expect(world.faults.list()).toEqual([])
  await done({ do: 'snapshot', name: 'one' })
  const size = world.store.identities.size()
  await done({ do: 'seed', identities: '5', applications: '1', credentialsEach: '1', seed: '3' })
  expect(world.store.identities.size()).toBe(size + 5)
  await done({ do: 'restore', name: 'one' })
  expect(world.store.identities.size()).toBe(size)
  await done({ do: 'forget-snapshot', name: 'one' })
  const token = await emulator.signIn('developer')
  await done({ do: 'sign-out-all' })
  const refused = await emulator.fetch(`${emulator.httpsOrigin}/subscriptions?api-version=2022-12-01`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(refused.status).toBe(401)
  await done({ do: 'rotate' })
  expect((await world.keys.publicKeys('entra')).keys.length).toBeGreaterThan(1)
  await done({ do: 'forget-keys' })
  await done({ do: 'clear-faults' })
})

test.for([
  [{ do: 'reality', latencyMs: '-5' }, 'latencyMs must be 0 or more'],
  [{ do: 'fault', kind: 'earthquake' }, 'effect'],
  [{ do: 'advance', seconds: 'soon' }, 'The clock moves by seconds.'],
  [{ do: 'snapshot', name: '../x' }, 'A snapshot is named with lower-case letters'],
  [{ do: 'restore', name: 'nothing' }, 'No snapshot is named nothing.'],
  [{ do: 'seed', identities: '-1' }, 'identities must be 0 or more'],
  [{ do: 'constructor' }, 'The form asks for something that is not known.'],
  [{}, 'The form asks for something that is not known.'],
] as const)('the form %j changes nothing and says why', async ([fields, message]) => {
  const answer = await submit(fields)
  expect(answer.status).toBe(400)
  expect(answer.text).toContain('Nothing was changed.')
  expect(answer.text).toContain(message)
})

test.for([{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])(
  'a form that a page of %j sends is refused',
  async (headers) => {
    expect((await submit({ do: 'advance', seconds: '60' }, { ...headers })).status).toBe(403)
    expect(world.clock.offset()).toBe(0)
  },
)

test('the tenant can be looked through down to a trust', async () => {
  const { subscriptionId, displayName } = subscriptions.development
  expect(await page('/_emulator/browse')).toContain(displayName)
  const at = (path: string) => page(`/_emulator/browse?at=${encodeURIComponent(path)}`)
  const group = `/subscriptions/${subscriptionId}/resourcegroups/rg-pay-dev`
  expect(await at(`/subscriptions/${subscriptionId}`)).toContain('rg-pay-dev')
  expect(await at(group)).toContain('id-pay-deploy-dev')
  const trusts = await at(
    `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pay-deploy-dev`,
  )
  expect(trusts).toContain(githubIssuer)
  expect(await page('/_emulator/browse/applications')).toContain('contoso-automation')
  expect(await page('/_emulator/browse/people')).toContain(accounts.reader.username)
})

test.for(['at=/subscriptions/none', 'at=nowhere', 'page=-1', 'page=x', 'page=99999'])(
  'browsing with %s is no defect',
  async (query) => {
    expect((await emulator.fetch(`${browserOrigin}/_emulator/browse?${query}`)).status).toBe(200)
    expect(
      (await emulator.fetch(`${browserOrigin}/_emulator/browse/applications?${query}&of=none`)).status,
    ).toBe(200)
  },
)
