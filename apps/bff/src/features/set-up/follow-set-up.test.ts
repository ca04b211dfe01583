import { portalHeader, SetUpEvent } from '@trustwright/shared-schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setUpRun } from '../../db/schema-set-up.ts'
import type { Arm, StoredCredential } from '../../ports.ts'
import { buildTestApp, type SignedInBrowser, type TestApp } from '../../testing/build-test-app.ts'
import { call, development } from '../../testing/portal-world.ts'
import { endOf, runsUrl, startRun, trustOf } from '../../testing/set-up-steps.ts'
import { syntheticArm } from '../../testing/synthetic-arm.ts'
import { startTestPostgres, type TestPostgres } from '../../testing/test-postgres.ts'

let postgres: TestPostgres
let portal: TestApp
let dana: SignedInBrowser
let origin: string
let gate: PromiseWithResolvers<void>

const arm: Arm = syntheticArm(
  { subscriptions: 1, identitiesEach: 1, trustsEach: 0 },
  {
    readCredential: () => portal && Promise.reject(new Error('not asked')),
    listCredentials: async () => {
      await gate.promise
      return ['a-1', 'a-2', 'a-3'].map((name) => {
        const { subject = null, ...values } = trustOf(name)
        return { id: `/x/${name}`, ...values, subject } satisfies StoredCredential
      })
    },
  },
)
const items = [
  {
    key: 'a',
    parent: {
      kind: 'managedIdentity' as const,
      subscriptionId: development,
      resourceGroup: 'rg',
      identityName: 'id-1',
    },
    trusts: ['a-1', 'a-2', 'a-3'].map(trustOf),
    roles: [],
  },
]

beforeAll(async () => {
  gate = Promise.withResolvers()
  postgres = await startTestPostgres()
  portal = await buildTestApp({ postgres, overrides: { arm } })
  origin = await portal.app.listen({ port: 0, host: '127.0.0.1' })
  dana = await portal.signedIn('developer')
}, 60_000)
afterAll(async () => {
  await portal.close()
  await postgres.close()
})

async function open(runId: string, headers: Readonly<Record<string, string>> = {}, browser = dana) {
  return fetch(`${origin}${runsUrl}/${runId}/events`, {
    headers: {
      [portalHeader.name]: portalHeader.value,
      'sec-fetch-site': 'same-origin',
      cookie: browser.cookie,
      ...headers,
    },
  })
}

interface Told {
  readonly id: number
  readonly event: SetUpEvent
}

function parse(text: string): Told[] {
  return text
    .split('\n\n')
    .filter((block) => block.startsWith('id: '))
    .map((block) => {
      const [, id = '', data = ''] = /^id: (\d+)\ndata: (.*)$/.exec(block) ?? []
      return { id: Number(id), event: SetUpEvent.parse(JSON.parse(data)) }
    })
}

test('events come while the run works, and end with it; a broken stream goes on behind the last one', async () => {
  gate = Promise.withResolvers()
  const { runId, change } = await startRun(dana, items)
  const answer = await open(runId)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'text/event-stream; charset=utf-8',
  ])
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  const first = parse((await reader?.read())?.value ?? '')
  expect(first[0]?.event).toMatchObject({ run: { state: 'running' }, steps: [] })
  gate.resolve()
  let rest = ''
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) rest += part.value
  const events = parse(rest)
  const ids = [...first, ...events].map(({ id }) => id)
  expect(ids).toEqual(ids.toSorted((one, other) => one - other))
  expect(events.at(-1)?.event.run).toMatchObject({ state: 'finished', counts: { 'already-there': 3 } })

  const again = parse(await (await open(runId, { 'last-event-id': String(change) })).text())
  expect(again).toHaveLength(1)
  expect(again[0]?.event.steps.map(({ ordinal, state }) => [ordinal, state])).toEqual([
    [1, 'already-there'],
    [2, 'already-there'],
    [3, 'already-there'],
  ])
  const known = await (await open(runId, { 'last-event-id': String(again[0]?.id) })).text()
  expect(parse(known)).toEqual([])
})

test.each([
  ['a wrong event ID', { 'last-event-id': 'x' }, 400, 'INPUT_REFUSED'],
  ['no mark of the portal', { [portalHeader.name]: 'no' }, 403, 'REQUEST_NOT_FROM_PORTAL'],
  ['no session', { cookie: '' }, 401, 'SIGN_IN_REQUIRED'],
])('%s is refused before anything is streamed', async (_, headers, status, code) => {
  gate.resolve()
  const { runId } = await startRun(dana, items)
  await endOf(dana, runId)
  const answer = await open(runId, headers)
  expect(answer.status).toBe(status)
  expect(await answer.json()).toMatchObject({ code })
})

test('the seventh stream of one person is refused, and a closed one makes room', async () => {
  gate = Promise.withResolvers()
  const { runId } = await startRun(dana, items)
  const streams = await Promise.all(Array.from({ length: 6 }, () => open(runId)))
  for (const { body } of streams) await body?.getReader().read()
  const seventh = await open(runId)
  expect([seventh.status, await seventh.json()]).toEqual([
    429,
    expect.objectContaining({ code: 'TOO_MANY_REQUESTS' }),
  ])
  gate.resolve()
  await endOf(dana, runId)
  await expect.poll(async () => (await open(runId)).status, { timeout: 40_000 }).toBe(200)
})

test('a stream ends with its session', async () => {
  gate = Promise.withResolvers()
  const browser = await portal.signedIn('developer')
  const { runId } = await startRun(browser, items)
  const answer = await open(runId, {}, browser)
  await call(browser, 'POST', '/api/sign-out')
  const events = parse(await answer.text())
  expect(events.every(({ event }) => event.run.state === 'running')).toBe(true)
  gate.resolve()
  await endOf(dana, runId)
})

test('a portal that shuts down ends its streams', async () => {
  gate = Promise.withResolvers()
  const other = await buildTestApp({ postgres, overrides: { arm } })
  const address = await other.app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await other.signedIn('developer')
  const { runId } = await startRun(browser, items)
  const answer = await fetch(`${address}${runsUrl}/${runId}/events`, {
    headers: {
      [portalHeader.name]: portalHeader.value,
      'sec-fetch-site': 'same-origin',
      cookie: browser.cookie,
    },
  })
  const reading = answer.text()
  const closing = other.app.close()
  gate.resolve()
  await closing
  expect(parse(await reading).length).toBeGreaterThan(0)
  const [row] = await other.database.select().from(setUpRun)
  expect(row).toMatchObject({ state: 'stopped', stopReason: 'restart' })
  await other.pool.end()
})
