import { afterAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { subscriptions } from '../seed.ts'
import { startTestEmulator } from '../testing/start-test-emulator.ts'
import type { NextLinkFault } from './faults.ts'

const emulator = await startTestEmulator()
const { world, httpsOrigin } = emulator
afterAll(() => emulator.close())
beforeEach(() => world.faults.clear())
const tokens = {
  arm: await emulator.signIn('admin'),
  graph: await emulator.signIn('admin', 'https://graph.microsoft.com/Application.Read.All'),
}

const pageSchema = z.looseObject({
  value: z.array(z.looseObject({ id: z.string() })).optional(),
  data: z.array(z.looseObject({ id: z.string() })).optional(),
  '@odata.nextLink': z.string().optional(),
  nextLink: z.string().optional(),
  $skipToken: z.string().optional(),
  error: z.looseObject({ code: z.string() }).optional(),
})

async function ask(area: keyof typeof tokens, address: string, body?: unknown) {
  const response = await emulator.fetch(address, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${tokens[area]}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, ...pageSchema.parse(await response.json()) }
}

const group = `/subscriptions/${subscriptions.development.subscriptionId}/providers/Microsoft.ManagedIdentity`
const lists = {
  graph: `${httpsOrigin}/v1.0/applications?$top=1&$select=id`,
  arm: `${httpsOrigin}${group}/userAssignedIdentities?api-version=2024-11-30&$top=1`,
}
const strike = (area: string, nextLink: NextLinkFault, after?: number) =>
  world.faults.add({ match: { area }, mode: { next: 1, after }, effect: { nextLink } })
const linkOf = (page: z.infer<typeof pageSchema>) => page['@odata.nextLink'] ?? page.nextLink
const idsOf = ({ value = [] }: z.infer<typeof pageSchema>) => value.map(({ id }) => id)

test.for(['graph', 'arm'] as const)(
  'a page of %s that leads to itself is sent twice, then it goes on',
  async (area) => {
    strike(area, 'repeats')
    const first = await ask(area, lists[area])
    const again = await ask(area, linkOf(first) ?? '')
    expect(idsOf(again)).toEqual(idsOf(first))
    const next = await ask(area, linkOf(again) ?? '')
    expect(idsOf(next)).not.toEqual(idsOf(first))
  },
)

test.for(['graph', 'arm'] as const)('a page of %s without its link tells of no further one', async (area) => {
  strike(area, 'missing')
  expect(linkOf(await ask(area, lists[area]))).toBeUndefined()
  expect(linkOf(await ask(area, lists[area]))).toBeDefined()
})

test.for([
  ['graph', 'Directory_ExpiredPageToken'],
  ['arm', 'InvalidQueryParameterValue'],
] as const)('an expired link of %s is refused with %s', async ([area, code]) => {
  strike(area, 'expired')
  const { status, error } = await ask(area, linkOf(await ask(area, lists[area])) ?? '')
  expect({ status, code: error?.code }).toMatchObject({ status: 400, code })
})

test('a fault in the middle lets the pages before it through', async () => {
  strike('graph', 'missing', 2)
  const first = await ask('graph', lists.graph)
  const second = await ask('graph', linkOf(first) ?? '')
  const third = await ask('graph', linkOf(second) ?? '')
  expect([linkOf(first), linkOf(second), linkOf(third)].map((link) => link !== undefined)).toEqual([
    true,
    true,
    false,
  ])
})

test('the last page stays the last, and what is no page stays as it is', async () => {
  for (const nextLink of ['repeats', 'expired', 'missing'] as const) {
    strike('graph', nextLink)
    const whole = await ask('graph', `${httpsOrigin}/v1.0/applications?$top=999`)
    expect(whole).not.toHaveProperty('@odata.nextLink')
  }
})

test.for<[NextLinkFault, string]>([
  ['repeats', 'the same rows'],
  ['expired', '400'],
  ['missing', 'no token'],
])('a token of Resource Graph that %s gives %s', async ([nextLink, expected]) => {
  const address = `${httpsOrigin}/providers/Microsoft.ResourceGraph/resources?api-version=2021-03-01`
  const query = 'resources | project id'
  strike('arm', nextLink)
  const first = await ask('arm', address, { query, options: { $top: 2 } })
  const options = { $top: 2, $skipToken: first.$skipToken }
  const next = first.$skipToken === undefined ? undefined : await ask('arm', address, { query, options })
  const outcome =
    next === undefined
      ? 'no token'
      : next.status === 200 && JSON.stringify(next.data) === JSON.stringify(first.data)
        ? 'the same rows'
        : String(next.status)
  expect(outcome).toBe(expected)
})
