import { createServer, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { PortalError } from '../../errors.ts'
import { managedIdentityAssertion } from './managed-identity-assertion.ts'

type Answer = (response: ServerResponse, asked: number) => void

const json =
  (status: number, body: unknown): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
const refused = { error: 'invalid_request', error_description: 'Identity not found' }
const token = {
  access_token: 'of.the.machine',
  expires_on: String(Math.floor(Date.now() / 1000) + 3600),
  resource: 'api://AzureADTokenExchange',
  token_type: 'Bearer',
}

/** What the machine answers to each client ID. */
const answers = {
  'answers 404 each time': json(404, refused),
  'answers 500 each time': json(500, { error: 'unknown', error_description: 'Failed' }),
  'refuses the identity': json(400, refused),
  'answers JSON without a token': json(200, { ...token, access_token: undefined }),
  'answers an empty token': json(200, { ...token, access_token: '' }),
  'answers a token that is none': json(200, { ...token, access_token: 'Sign in at the proxy' }),
  'answers no JSON': (response) => response.writeHead(200).end('<html>'),
  'answers nothing': (response) => response.writeHead(200).end(),
  'breaks off': (response) => response.destroy(),
} satisfies Record<string, Answer>
const held: ServerResponse[] = []
const others: Record<string, Answer> = {
  'fails once': (response, asked) => (asked === 1 ? json(500, {}) : json(200, token))(response, asked),
  'answers no token once': (response, asked) =>
    json(200, asked === 1 ? { ...token, access_token: 'Sign in at the proxy' } : token)(response, asked),
  holds: (response) => held.push(response),
}
const asked = new Map<string, number>()
const outcomes = new Map<string, Promise<unknown>>()

const server = createServer((request, response) => {
  const name = new URL(request.url ?? '', 'http://machine').searchParams.get('client_id') ?? ''
  const count = (asked.get(name) ?? 0) + 1
  asked.set(name, count)
  const answer = { ...answers, ...others }[name] ?? json(400, refused)
  answer(response, count)
})

const assertionOf = (clientId: string, patienceMs?: number) =>
  managedIdentityAssertion({ clientId, resource: 'api://AzureADTokenExchange' }, patienceMs)

// MSAL looks for the machine's endpoint once a process, and waits for seconds between tries: all are asked at once.
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  vi.stubEnv('AZURE_POD_IDENTITY_AUTHORITY_HOST', `http://127.0.0.1:${port}`)
  for (const name of [...Object.keys(answers), 'fails once']) {
    const outcome = assertionOf(name, 60_000)()
    outcome.catch(() => undefined)
    outcomes.set(name, outcome)
  }
})

afterAll(() => {
  vi.unstubAllEnvs()
  server.closeAllConnections()
  server.close()
})

test.each(Object.keys(answers))(
  'a machine that %s is a fault of the portal, and no token',
  async (name) => {
    const fault = await outcomes.get(name)?.catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(PortalError)
    expect(fault).toMatchObject({ code: 'INTERNAL', cause: expect.any(Error) })
  },
  60_000,
)

test('a machine that fails once is asked again', async () => {
  expect(await outcomes.get('fails once')).toBe('of.the.machine')
  expect(asked.get('fails once')).toBe(2)
}, 60_000)

test('an answer without a token is not kept: the next sign-in asks again, and then no more', async () => {
  const assertion = assertionOf('answers no token once', 60_000)
  await expect(assertion()).rejects.toThrow(PortalError)
  expect([await assertion(), await assertion()]).toEqual(['of.the.machine', 'of.the.machine'])
  expect(asked.get('answers no token once')).toBe(2)
}, 60_000)

test('nobody waits for a machine that does not answer, and who comes later gets what it brings', async () => {
  const assertion = assertionOf('holds', 50)
  await expect(assertion()).rejects.toThrow(PortalError)
  await expect(assertion()).rejects.toMatchObject({ cause: { message: expect.stringContaining('50 ms') } })
  const patient = assertionOf('holds', 60_000)()
  while (held.length < 2) await once(server, 'request')
  for (const response of held) json(200, token)(response, 1)
  expect(await patient).toBe('of.the.machine')
  expect(asked.get('holds')).toBe(2)
}, 60_000)
