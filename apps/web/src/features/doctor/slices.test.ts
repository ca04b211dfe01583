import { cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { sampleTrust } from '../../components/testing/sample-trust.ts'
import { tenantTrust, type TenantTrust } from './scope.ts'
import { scopeOf } from './scope-of.ts'
import { finishWithPauses, sliceLength, type Slices } from '../../lib/slices.ts'
import { useScope } from './use-scope.ts'

afterEach(cleanup)

const trustAt = (at: number) =>
  tenantTrust(sampleTrust({ name: `t-${at}`, subject: `repo:contoso/pay-${at}:environment:prod` }), 'id-pay')
const trusts = (length: number) => Array.from({ length }, (_, at) => trustAt(at))
const names = { asked: null, text: '', claims: ['repo:contoso/pay-41999:environment:prod'] }
const { parent } = sampleTrust({})
const namedText = 'client_id cccccccc-1111-2222-3333-444444444441'

test.each([
  ['any', names],
  ['a chosen identity', { ...names, asked: parent }],
  ['a text that names a client ID', { ...names, text: namedText }],
])('of a large tenant and %s, no stretch without a pause looks at more than a slice', (_, given) => {
  let looked = 0
  const watched = trusts(20_000).map((trust): TenantTrust => {
    const { stored } = trust
    return {
      ...trust,
      get stored() {
        looked += 1
        return stored
      },
    }
  })
  const most: number[] = []
  const work = scopeOf({ trusts: watched, identities: [] }, given)
  while (work.next().done !== true) {
    most.push(looked)
    looked = 0
  }
  expect(most.length).toBeGreaterThanOrEqual(20_000 / sliceLength)
  // What was found last is sorted by identity in the end, 400 at most.
  expect(Math.max(...most, looked)).toBeLessThanOrEqual(sliceLength + 500)
})

function* steps(count: number): Slices<string> {
  for (let at = 0; at < count; at += 1) yield
  return 'found'
}

/** Each step takes three of its milliseconds. */
function pace(giveUpAt = Number.POSITIVE_INFINITY) {
  const given = new AbortController()
  let [now, pauses] = [0, 0]
  return {
    signal: given.signal,
    clock: () => (now += 3),
    pause: () => {
      pauses += 1
      if (pauses === giveUpAt) given.abort()
      return Promise.resolve()
    },
    pauses: () => pauses,
  }
}

test('long work pauses every few milliseconds, and short work never', async () => {
  const long = pace()
  expect(await finishWithPauses(steps(30), long)).toBe('found')
  expect(long.pauses()).toBe(10)
  const short = pace()
  expect(await finishWithPauses(steps(2), short)).toBe('found')
  expect(short.pauses()).toBe(0)
})

test('work that nobody waits for any more ends at the next pause', async () => {
  const given = pace(2)
  expect(await finishWithPauses(steps(1000), given)).toBeNull()
  expect(given.pauses()).toBe(2)
})

test('a large tenant is not waited for: nothing is known of it at first, and then those most alike', async () => {
  const tenant = { trusts: trusts(42_000), identities: [] }
  const { result } = renderHook(() => useScope(tenant, names))
  expect(result.current).toBeNull()
  await waitFor(() => expect(result.current?.trusts).toHaveLength(400), { timeout: 5000 })
  expect(result.current).toMatchObject({ total: 42_000 })
  expect(result.current?.trusts?.[0]?.name).toBe('t-41999')
})

test('a small tenant is there at once, and another text never keeps what was found for the one before', async () => {
  const small = { trusts: trusts(3), identities: [] }
  expect(renderHook(() => useScope(small, names)).result.current?.trusts).toHaveLength(3)
  const large = { trusts: trusts(5000), identities: [] }
  const page = renderHook((given: typeof names) => useScope(large, given), { initialProps: names })
  await waitFor(() => expect(page.result.current).not.toBeNull())
  page.rerender({ ...names, claims: ['repo:contoso/pay-7:environment:prod'] })
  expect(page.result.current).toBeNull()
})
