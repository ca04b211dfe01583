import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Directory } from '../directory-port.ts'
import { PortalError } from '../errors.ts'
import type { Caller } from '../ports.ts'
import { json, startFaultServer, type FaultServer } from '../testing/fault-server.ts'
import { givenTokens } from '../testing/given-tokens.ts'
import { createGraph } from './graph.ts'

const caller: Caller = { sessionId: 's', objectId: 'o', tenantId: 't', username: 'dana@contoso.com' }
const appId = '11111111-2222-4333-8444-555555555555'
const stored = { id: 'c1', name: 'main', issuer: 'i', subject: 'one', audiences: ['a'] }
const error = (code: string, message: string) => ({ error: { code, message } })

let upstream: FaultServer
let graph: Directory
beforeAll(async () => {
  upstream = await startFaultServer()
  graph = createGraph({
    endpoint: upstream.origin,
    tokens: givenTokens(),
    clock: { now: () => Date.now() },
  })
})
afterAll(() => upstream.close())

async function codeOf(work: Promise<unknown>): Promise<string | null> {
  const thrown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  return thrown instanceof PortalError ? thrown.code : null
}

test('owners and credentials are read over all pages, and a list that names a page twice is refused', async () => {
  const next = 'https://graph.microsoft.com/v1.0/x?$skiptoken=two'
  const first = json(200, { value: [{ id: 'o1' }], '@odata.nextLink': next })
  upstream.answerWith(first, json(200, { value: [{ id: 'o2' }] }))
  const owners = await graph.listOwners(caller, appId)
  expect(owners.map(({ objectId }) => objectId)).toEqual(['o1', 'o2'])
  expect(new URL(upstream.seen[1]?.url ?? '', upstream.origin).searchParams.get('$skiptoken')).toBe('two')
  upstream.answerWith(json(200, { value: [stored], '@odata.nextLink': next }), json(200, { value: [stored] }))
  expect(await graph.listCredentials(caller, appId)).toHaveLength(2)
  upstream.answerWith(first)
  expect(await codeOf(graph.listOwners(caller, appId))).toBe('UPSTREAM_FAILED')
  expect(upstream.seen).toHaveLength(2)
})

test('who is an owner already is made one without a word', async () => {
  const text =
    "One or more added object references already exist for the following modified properties: 'owners'."
  upstream.answerWith(json(400, error('Request_BadRequest', text)))
  expect((await graph.addOwner(caller, appId, 'o')).value).toBeNull()
  const [sent] = upstream.seen
  expect([sent?.method, sent?.url]).toEqual(['POST', expect.stringMatching(/\/owners\/\$ref$/)])
  expect(sent?.body).toBe(`{"@odata.id":"${upstream.origin}/v1.0/directoryObjects/o"}`)
  upstream.answerWith(json(400, error('Request_BadRequest', 'Another thing')))
  expect(await codeOf(graph.addOwner(caller, appId, 'o'))).toBe('UPSTREAM_REFUSED')
})
