import { expect, test } from 'vitest'
import { PortalError } from '../../errors.ts'
import { createPacer } from './pacer.ts'
import { virtualTime } from '../../testing/virtual-time.ts'
import { createTokenBucket } from '../../domain/token-bucket.ts'

const never = new AbortController().signal

/** Times in milliseconds at which calls got their turn. */
async function turns(perSecond: number, count: number): Promise<number[]> {
  const { clock, timer } = virtualTime()
  const bucket = createTokenBucket(perSecond, clock, timer)
  const startedAt = clock.now()
  const times: number[] = []
  await Promise.all(
    Array.from({ length: count }, async () => {
      await bucket.turn(never)
      times.push(clock.now() - startedAt)
    }),
  )
  return times
}

test.each([
  [1, 5],
  [5, 40],
  [15, 200],
  [0.5, 4],
])('at %s calls a second, %i calls never come faster in any second', async (perSecond, count) => {
  const times = await turns(perSecond, count)
  expect(times).toHaveLength(count)
  for (const from of times) {
    const within = times.filter((time) => time >= from && time < from + 1000).length
    expect(within).toBeLessThanOrEqual(Math.ceil(perSecond) * 2)
  }
  expect(times.at(-1)).toBeGreaterThanOrEqual(((count - Math.max(1, perSecond)) * 1000) / perSecond - 1)
})

test('after one second’s worth, calls keep an even distance', async () => {
  const times = await turns(5, 25)
  const later = times.slice(6)
  const gaps = later.slice(1).map((time, index) => time - (later[index] ?? 0))
  expect(new Set(gaps)).toEqual(new Set([200]))
})

function pacerAt(pace: { subscription: number; tenant: number }) {
  const time = virtualTime()
  const throttles: number[] = []
  const pacer = createPacer({
    pace: { listsPerSecondPerSubscription: pace.subscription, listsPerSecondPerTenant: pace.tenant },
    ...time,
    signal: never,
    onThrottled: () => throttles.push(time.clock.now()),
  })
  return { ...time, pacer, throttles }
}

test('the tenant’s limit holds over all subscriptions together', async () => {
  const { clock, pacer } = pacerAt({ subscription: 5, tenant: 15 })
  const startedAt = clock.now()
  const subscriptions = Array.from({ length: 10 }, (_, number) => `s${number}`)
  await Promise.all(
    subscriptions.flatMap((id) => Array.from({ length: 30 }, () => pacer.run(id, async () => undefined))),
  )
  // 300 calls at 15 a second, less the one second's worth at the start.
  expect(clock.now() - startedAt).toBeGreaterThanOrEqual(((300 - 15) * 1000) / 15 - 1)
})

test('a 429 parks its own subscription until the time Azure named, and says so', async () => {
  const { clock, pacer, throttles } = pacerAt({ subscription: 5, tenant: 15 })
  const startedAt = clock.now()
  let first = true
  const slow = pacer.run('slow', async () => {
    if (!first) return clock.now()
    first = false
    throw new PortalError('THROTTLED', { retryAfterSeconds: 60 })
  })
  const quick = await pacer.run('quick', async () => clock.now())
  expect(quick - startedAt).toBeLessThan(1000)
  expect(await slow).toBeGreaterThanOrEqual(startedAt + 60_000)
  expect(throttles).toHaveLength(1)
  expect(pacer.waitingUntil()).toBeNull()
})

test('while it waits, the time is told', async () => {
  const { clock, pacer } = pacerAt({ subscription: 5, tenant: 15 })
  const told: (number | null)[] = []
  let first = true
  await Promise.all([
    pacer.run('a', async () => {
      if (!first) return
      first = false
      throw new PortalError('THROTTLED', { retryAfterSeconds: 30 })
    }),
    ...Array.from({ length: 20 }, () => pacer.run('b', async () => told.push(pacer.waitingUntil()))),
  ])
  expect(told.some((until) => until !== null && until > clock.now() - 60_000)).toBe(true)
})

test('a call that is throttled for ever is given up', async () => {
  const { pacer, throttles } = pacerAt({ subscription: 5, tenant: 15 })
  await expect(pacer.run('s', () => Promise.reject(new PortalError('THROTTLED')))).rejects.toThrow(
    'THROTTLED',
  )
  expect(throttles).toHaveLength(19)
})

test.each(['FORBIDDEN', 'UPSTREAM_FAILED', 'SESSION_ENDED'] as const)(
  '%s is thrown on at once',
  async (code) => {
    const { pacer, throttles } = pacerAt({ subscription: 5, tenant: 15 })
    await expect(pacer.run('s', () => Promise.reject(new PortalError(code)))).rejects.toThrow(code)
    expect(throttles).toEqual([])
  },
)

test('who waits for a turn stops when the portal does', async () => {
  const { clock, timer } = virtualTime()
  const bucket = createTokenBucket(1, clock, timer)
  await bucket.turn(never)
  await expect(bucket.turn(AbortSignal.abort(new Error('shut down')))).rejects.toThrow('shut down')
})

test('a wait of more than an hour ends the reading of that subscription, and of no other', async () => {
  const { clock, pacer } = pacerAt({ subscription: 5, tenant: 15 })
  const startedAt = clock.now()
  let asked = 0
  const throttled = () => {
    asked += 1
    // Longer than a timer of Node can wait: it would fire at once.
    return Promise.reject(new PortalError('THROTTLED', { retryAfterSeconds: 999_999_999 }))
  }
  for (let times = 0; times < 3; times++) {
    await expect(pacer.run('a', throttled)).rejects.toMatchObject({ code: 'THROTTLED' })
  }
  expect(asked).toBe(1)
  expect(await pacer.run('b', async () => 'read')).toBe('read')
  expect(clock.now() - startedAt).toBeLessThan(1000)
  expect(pacer.waitingUntil()).toBeNull()
})
