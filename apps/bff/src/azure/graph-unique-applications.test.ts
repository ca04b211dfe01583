import { expect, test } from 'vitest'
import type { Directory } from '../directory-port.ts'
import { UnsettledWrite } from '../domain/unsettled-write.ts'
import type { Caller } from '../ports.ts'
import { json, reset, startFaultServer } from '../testing/fault-server.ts'
import { forThisFile } from '../testing/for-this-file.ts'
import { givenTokens } from '../testing/given-tokens.ts'
import { createGraph } from './graph.ts'

const caller: Caller = { sessionId: 's', objectId: 'o', tenantId: 't', username: 'dana@contoso.com' }
const uniqueName = "trustwright-run-it's"
const raw = { id: 'object-1', appId: 'app-1', displayName: 'Pay', signInAudience: 'AzureADMyOrg' }
const notFound = json(404, { error: { code: 'Request_ResourceNotFound', message: 'x' } })
const application = {
  appId: 'app-1',
  objectId: 'object-1',
  displayName: 'Pay',
  signInAudience: 'AzureADMyOrg',
  createdAt: null,
}

const upstream = forThisFile(startFaultServer)

/** A new one each time, since budget and circuit are its own. */
function graph(): Directory {
  const tokens = givenTokens(['Application.ReadWrite.All'])
  return createGraph({ endpoint: upstream.origin, tokens, clock: { now: () => Date.now() } })
}
const create = () => graph().createUniqueApplication(caller, { displayName: 'Pay' }, uniqueName)

test('it is asked for by its key, for one tenant, and only where it is missing', async () => {
  upstream.answerWith(json(201, raw))
  expect((await create()).value).toEqual(application)
  const [request] = upstream.seen
  expect(request).toMatchObject({ method: 'PATCH', headers: { prefer: 'create-if-missing' } })
  expect(decodeURIComponent(request?.url ?? '')).toBe(
    "/v1.0/applications(uniqueName='trustwright-run-it''s')",
  )
  expect(JSON.parse(request?.body ?? '')).toEqual({ displayName: 'Pay', signInAudience: 'AzureADMyOrg' })
})

test.each([
  ['was there already', (response: Parameters<typeof reset>[0]) => response.writeHead(204).end()],
  ['answered nothing', reset],
])('one that %s is read by its key', async (_, answer) => {
  upstream.answerWith(answer, json(200, raw))
  expect((await create()).value).toEqual(application)
  expect(upstream.seen.map(({ method }) => method)).toEqual(['PATCH', 'GET'])
})

test('one that was not made is told so, and may be asked for again', async () => {
  upstream.answerWith(reset, notFound)
  await expect(create()).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' })
  upstream.answerWith(reset, json(403, { error: { code: 'Authorization_RequestDenied', message: 'x' } }))
  await expect(create()).rejects.toMatchObject({ cause: expect.any(UnsettledWrite) })
})

test('one that is not there is null, and another refusal is no absence', async () => {
  upstream.answerWith(notFound)
  expect(await graph().findUniqueApplication(caller, uniqueName)).toBeNull()
  upstream.answerWith(json(403, { error: { code: 'Authorization_RequestDenied', message: 'x' } }))
  await expect(graph().findUniqueApplication(caller, uniqueName)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
