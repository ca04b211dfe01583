import { expect, test } from 'vitest'
import { virtualTime } from '../testing/virtual-time.ts'
import { estimateSeconds } from './estimate.ts'
import { createWritePace, type SetUpPace } from './write-pace.ts'

/** Azure's. */
const pace: SetUpPace = {
  writesPerSecondPerIdentity: 0.25,
  writesPerSecondPerSubscription: 2,
  writesPerSecondPerTenant: 10,
  listsPerSecondPerSubscription: 5,
}
const never = new AbortController().signal
const identity = (subscription: number, number: number) =>
  `/subscriptions/s${subscription}/resourcegroups/rg/providers/x/userassignedidentities/id-${number}`

/** Milliseconds at which each write of these parents went. */
async function timesOf(parents: readonly string[]): Promise<number[]> {
  const { clock, timer } = virtualTime()
  const writes = createWritePace(pace, clock, timer)
  const startedAt = clock.now()
  const times: number[] = []
  await Promise.all(
    parents.map(async (parent) => {
      await writes.turn(parent, never)
      times.push(clock.now() - startedAt)
    }),
  )
  return times
}

test('an identity takes two writes at once, then one every four seconds', async () => {
  expect(await timesOf(Array.from({ length: 6 }, () => identity(1, 1)))).toEqual([
    0, 0, 4000, 8000, 12_000, 16_000,
  ])
})

test('a write that Azure throttled does not cost its place: it goes when Azure said, and the next ones a little more apart', async () => {
  const { clock, timer } = virtualTime()
  const writes = createWritePace(pace, clock, timer)
  const startedAt = clock.now()
  for (let index = 0; index < 2; index++) await writes.turn(identity(1, 1), never)
  writes.refused(identity(1, 1), startedAt + 3000)
  const times: number[] = []
  for (let index = 0; index < 3; index++) {
    await timer.pause(index === 0 ? 3000 : 0, never)
    await writes.turn(identity(1, 1), never)
    times.push(clock.now() - startedAt)
  }
  expect(times).toEqual([3000, 7200, 11_400])
})

test('in any ten seconds a subscription takes twenty writes and the burst of one second', async () => {
  const times = await timesOf(Array.from({ length: 60 }, (_, index) => identity(1, index)))
  for (const from of times) {
    expect(times.filter((at) => at >= from && at < from + 10_000).length).toBeLessThanOrEqual(22)
  }
})

test('a tenant takes ten writes a second over all subscriptions', async () => {
  const times = await timesOf(Array.from({ length: 200 }, (_, index) => identity(index, index)))
  expect(times.at(-1)).toBeGreaterThanOrEqual(((200 - 10) * 1000) / 10 - 1)
})

test('an application waits for no managed identity', async () => {
  const parents = [...Array.from({ length: 20 }, () => identity(1, 1)), '/applications/a']
  const times = await timesOf(parents)
  expect(times.toSorted((one, other) => one - other).filter((at) => at === 0)).toHaveLength(3)
})

test('a list waits for the limit of its subscription, and stops when it is told to', async () => {
  const { clock, timer } = virtualTime()
  const writes = createWritePace(pace, clock, timer)
  const startedAt = clock.now()
  await Promise.all(Array.from({ length: 15 }, (_, index) => writes.listTurn(identity(1, index), never)))
  expect(clock.now() - startedAt).toBeGreaterThanOrEqual(2000 - 1)
  const stopped = AbortSignal.abort(new Error('stopped'))
  await expect(writes.listTurn(identity(1, 1), stopped)).rejects.toThrow('stopped')
  await expect(writes.turn(identity(1, 1), stopped)).rejects.toThrow('stopped')
})

test.each<[string, readonly (readonly [string, number])[], number]>([
  ['nothing', [], 0],
  ['one full identity', [[identity(1, 1), 20]], 80],
  ['four identities of fifteen, as long as one of them', [1, 2, 3, 4].map((id) => [identity(1, id), 15]), 60],
  [
    '500 full identities of one subscription',
    Array.from({ length: 500 }, (_, id) => [identity(1, id), 20]),
    5000,
  ],
  ['applications, which Graph takes at once', [['/applications/a', 20]], 0],
])('the estimate for %s is %s', (_, left, seconds) => {
  expect(estimateSeconds(new Map(left), pace)).toBe(seconds)
})
