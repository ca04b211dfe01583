import { expect, test } from 'vitest'
import type { Caller } from '../ports.ts'
import { json, startFaultServer } from '../testing/fault-server.ts'
import { forThisFile } from '../testing/for-this-file.ts'
import { givenTokens } from '../testing/given-tokens.ts'
import { createGraph } from './graph.ts'

const caller: Caller = { sessionId: 's', objectId: 'o', tenantId: 't', username: 'dana@contoso.com' }
const upstream = forThisFile(startFaultServer)

const graph = () =>
  createGraph({
    endpoint: upstream.origin,
    tokens: givenTokens(),
    clock: { now: () => Date.now() },
  })
const list = () => graph().listGroupPrincipals(caller, ['g-1', 'g-2'], { background: true })
const item = (id: string, status: number, body: object, headers = {}) => ({ id, status, headers, body })
const page = (ids: readonly string[], nextLink?: string) => ({
  value: ids.map((id) => ({ id })),
  ...(nextLink !== undefined && { '@odata.nextLink': nextLink }),
})

test('members come by batch in any order, later pages by themselves, and a group that is gone has none', async () => {
  upstream.answerWith(
    json(200, {
      responses: [
        item('g-2', 404, {}),
        item('g-1', 200, page(['p-1'], `${upstream.origin}/v1.0/x?$skiptoken=more`)),
      ],
    }),
    json(200, page(['p-2'])),
  )
  expect([...(await list())]).toEqual([
    ['g-1', ['p-1', 'p-2']],
    ['g-2', []],
  ])
})

test.each([
  [
    'told to wait',
    item('g-2', 429, {}, { 'Retry-After': '7' }),
    { code: 'THROTTLED', extras: { retryAfterSeconds: 7 } },
  ],
  ['told to wait without a time', item('g-2', 429, {}), { code: 'THROTTLED', extras: {} }],
  ['refused', item('g-2', 403, {}), { code: 'FORBIDDEN' }],
  ['failing', item('g-2', 503, {}), { code: 'UPSTREAM_FAILED' }],
  ['left out', item('g-3', 200, page([])), { code: 'UPSTREAM_FAILED' }],
  ['of another shape', item('g-2', 200, { value: 'none' }), { code: 'UPSTREAM_FAILED' }],
])('one group that is %s is never a group without members', async (_, other, refusal) => {
  upstream.answerWith(json(200, { responses: [item('g-1', 200, page(['p-1'])), other] }))
  await expect(list()).rejects.toMatchObject(refusal)
})
