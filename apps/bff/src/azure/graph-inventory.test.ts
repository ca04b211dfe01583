import { expect, test } from 'vitest'
import type { Caller } from '../ports.ts'
import { json, raw, startFaultServer, type Answer } from '../testing/fault-server.ts'
import { forThisFile } from '../testing/for-this-file.ts'
import { givenTokens } from '../testing/given-tokens.ts'
import { createGraph } from './graph.ts'

const caller: Caller = { sessionId: 's', objectId: 'o', tenantId: 't', username: 'dana@contoso.com' }
const credential = {
  id: 'c1',
  name: 'main',
  issuer: 'https://issuer.contoso.com',
  subject: 'x',
  audiences: ['a'],
}
const applications = ['one', 'two'].map((appId) => ({ id: `object-${appId}`, appId, displayName: appId }))
const half = raw(
  200,
  'application/json',
  '{"value":[{"id":"c1","issuer":"https://gitlab.com"{"error":{"code":"x"}}',
)
/** As Graph v1.0 answered lists with a flexible credential in 2024, for pages and for the application two. */
const broken: Answer = (response, request) => {
  const { pathname, searchParams } = new URL(request.url, upstream.origin)
  const breaksOff = searchParams.has('$expand') || pathname.includes('two')
  const value = pathname.endsWith('/applications') ? applications : [credential]
  const answer = breaksOff ? half : json(200, { value, '@odata.count': 2 })
  answer(response, request)
}

const upstream = forThisFile(startFaultServer)

const graph = () =>
  createGraph({
    endpoint: upstream.origin,
    clock: { now: () => Date.now() },
    tokens: givenTokens(),
  })

test('where Graph breaks a page off, its applications are read one by one, and the broken one is told', async () => {
  upstream.answerWith(broken)
  const page = await graph().listApplicationsWithTrusts(caller, null)
  expect(page.found.map(({ application }) => application.appId)).toEqual(['one'])
  expect(page.found[0]?.credentials).toMatchObject([{ name: 'main', subject: 'x' }])
  expect(page.broken.map(({ appId }) => appId)).toEqual(['two'])
  expect([page.total, page.nextCursor]).toEqual([2, null])
})

test('a page that Graph refuses is refused, not read another way', async () => {
  upstream.answerWith(json(403, { error: { code: 'Authorization_RequestDenied', message: 'no' } }))
  await expect(graph().listApplicationsWithTrusts(caller, null)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(upstream.seen).toHaveLength(1)
})

test('an application without all of its trusts is asked for them, and one that is gone meanwhile has none', async () => {
  const next = { 'federatedIdentityCredentials@odata.nextLink': 'https://graph.microsoft.com/beta/x' }
  const value = [
    { ...applications[0], appId: 'whole', federatedIdentityCredentials: [credential] },
    { ...applications[0], appId: 'left-out' },
    { ...applications[0], appId: 'part', federatedIdentityCredentials: [credential], ...next },
    { ...applications[0], appId: 'gone' },
  ]
  upstream.answerWith((response, request) => {
    const { pathname } = new URL(request.url, upstream.origin)
    const gone = json(404, { error: { code: 'Request_ResourceNotFound', message: 'x' } })
    const list = json(200, { value: pathname.endsWith('/applications') ? value : [credential, credential] })
    const answer = pathname.includes('gone') ? gone : list
    answer(response, request)
  })
  const { found, broken } = await graph().listApplicationsWithTrusts(caller, null)
  const counts = found.map(({ application, credentials }) => [application.appId, credentials.length])
  expect(Object.fromEntries(counts)).toEqual({ whole: 1, 'left-out': 2, part: 2, gone: 0 })
  expect(broken).toEqual([])
})
