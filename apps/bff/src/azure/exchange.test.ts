import { afterAll, beforeAll, expect, test } from 'vitest'
import { PortalError } from '../errors.ts'
import { json, raw, reset, startFaultServer, type FaultServer } from '../testing/fault-server.ts'
import { createExchange } from './exchange.ts'

const assertion = 'header.MARKER-OUTSIDE-TOKEN.signature'
const now = Date.parse('2026-11-21T12:00:00Z')

let entra: FaultServer
beforeAll(async () => {
  entra = await startFaultServer()
})
afterAll(() => entra.close())

const run = () =>
  createExchange({
    authority: `${entra.origin}/tenant`,
    armAudience: 'https://management.azure.com',
    clock: { now: () => now },
  }).exchange({ clientId: 'client-1', assertion })

async function problemOf(work: Promise<unknown>): Promise<PortalError> {
  const error = await work.then(
    () => new Error('it was not refused'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof PortalError) return error
  throw new Error('no PortalError', { cause: error })
}

test('the workload’s own request is sent, and only the end of the access comes back', async () => {
  entra.answerWith(json(200, { token_type: 'Bearer', expires_in: 3599, access_token: 'MARKER-ACCESS' }))
  const answer = await run()
  expect(answer).toEqual({ accepted: true, accessEndsAt: new Date(now + 3_599_000) })
  expect(entra.seen[0]).toMatchObject({ method: 'POST', url: '/tenant/oauth2/v2.0/token' })
  expect(Object.fromEntries(new URLSearchParams(entra.seen[0]?.body))).toEqual({
    grant_type: 'client_credentials',
    client_id: 'client-1',
    scope: 'https://management.azure.com/.default',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  })
})

test('a refusal comes back as Entra words it', async () => {
  entra.answerWith(
    json(401, {
      error: 'invalid_client',
      error_description: 'AADSTS700213: No matching record.',
      error_codes: [700213],
      trace_id: 'trace-1',
      correlation_id: 'correlation-1',
      timestamp: '2026-11-21 12:00:00Z',
    }),
  )
  expect(await run()).toEqual({
    accepted: false,
    error: 'invalid_client',
    description: 'AADSTS700213: No matching record.',
    codes: [700213],
    traceId: 'trace-1',
    correlationId: 'correlation-1',
    timestamp: '2026-11-21 12:00:00Z',
  })
})

test.each([
  ['a reset', reset],
  ['a server error', json(500, { error: 'server_error', error_description: 'AADSTS90033: transient' })],
  ['an HTML page', raw(200, 'text/html', '<html></html>')],
  ['half of the JSON', raw(200, 'application/json', '{"token_type":"Bearer","expires_in":35')],
  ['a success without an end', json(200, { token_type: 'Bearer', access_token: 'x' })],
  ['a success that ends at once', json(200, { token_type: 'Bearer', expires_in: 0 })],
  ['a refusal without words', json(400, {})],
  ['more than 64 KiB', raw(200, 'application/json', ' '.repeat(70_000))],
])('%s is a failure of Entra, not a verdict on the token', async (_, answer) => {
  entra.answerWith(answer)
  expect((await problemOf(run())).code).toBe('UPSTREAM_FAILED')
})

test('the outside token follows no redirect', async () => {
  entra.answerWith((response) => response.writeHead(307, { location: `${entra.origin}/elsewhere` }).end())
  expect((await problemOf(run())).code).toBe('UPSTREAM_FAILED')
  expect(entra.seen).toHaveLength(1)
})

test.each([reset, raw(200, 'text/html', '<html></html>'), json(429, {})])(
  'an error never carries the outside token',
  async (answer) => {
    entra.answerWith(answer)
    const error = await problemOf(run())
    const texts = [error.stack, JSON.stringify(error), JSON.stringify(error.cause), String(error.cause)]
    expect(texts.join()).not.toContain('MARKER')
  },
)
