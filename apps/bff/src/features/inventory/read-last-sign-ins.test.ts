import { expect, test } from 'vitest'
import { PortalError } from '../../errors.ts'
import type { ListPage } from '../../inventory-port.ts'
import { syntheticDirectory } from '../../testing/synthetic-directory.ts'
import { TestClock } from '../../testing/test-clock.ts'
import { virtualTime } from '../../testing/virtual-time.ts'
import { readLastSignIns } from './facts/read-last-sign-ins.ts'
import { createSignInReadings } from './facts/sign-in-readings.ts'
import { createPaced } from './scan/paced.ts'
import { createScanMeter } from './scan/scan-meter.ts'
import { noCounts } from './store/scan-counts.ts'

interface SignIn {
  readonly clientId: string
  readonly at: string | null
}
const pages: Readonly<Record<string, ListPage<SignIn>>> = {
  '': { items: [{ clientId: 'ONE', at: '2026-11-01' }], total: 3, nextCursor: 'b' },
  b: { items: [{ clientId: 'two', at: null }], total: null, nextCursor: 'c' },
  c: { items: [{ clientId: 'three', at: '2026-11-03' }], total: null, nextCursor: null },
}
const caller = { sessionId: 's', objectId: 'o', tenantId: 't', username: 'dana@contoso.com' }

/** Runs over one tenant, with the cursors that Graph was asked for. */
function runs(answer: (cursor: string | null) => ListPage<SignIn> = (cursor) => pages[cursor ?? ''] ?? none) {
  const clock = new TestClock()
  const signIns = createSignInReadings(clock)
  const asked: (string | null)[] = []
  const { timer, clock: steady } = virtualTime()
  const requests = { arm: 0, graph: 0, resourceGraph: 0 }
  const read = () => {
    const paced = createPaced({
      pace: { listsPerSecondPerSubscription: 5, listsPerSecondPerTenant: 15 },
      clock: steady,
      timer,
      signal: new AbortController().signal,
      onThrottled: () => undefined,
    })
    const directory = syntheticDirectory({
      listLastSignIns: async (_caller, cursor) => {
        asked.push(cursor)
        return answer(cursor)
      },
    })
    const meter = createScanMeter({ clock, steady, counts: noCounts, requests, waitMs: () => null })
    const reading = readLastSignIns({ caller, directory, meter, paced, signIns })
    return reading.then((found) => ({ found: [...found], least: meter.progress().leastRequests }))
  }
  return { asked, clock, read }
}
const none: ListPage<SignIn> = { items: [], total: 0, nextCursor: null }
const whole = [
  ['one', '2026-11-01'],
  ['two', null],
  ['three', '2026-11-03'],
]

test('a second run asks for the first page alone, and has what the first run read', async () => {
  const { asked, read } = runs()
  expect((await read()).found).toEqual(whole)
  const second = await read()
  expect(second).toEqual({ found: whole, least: 1 })
  expect(asked).toEqual([null, 'b', 'c', null])
})

test.each([
  ['a quarter of an hour later', 15 * 60_000],
  ['after a clock that was set back', -3_600_000],
])('%s all pages are read again', async (_when, ms) => {
  const { asked, clock, read } = runs()
  await read()
  clock.advance(ms)
  await read()
  expect(asked).toEqual([null, 'b', 'c', null, 'b', 'c'])
})

test('who may not read the report is told nothing of what others read', async () => {
  let isAllowed = true
  const { read } = runs((cursor) => {
    if (!isAllowed) throw new PortalError('FORBIDDEN')
    return pages[cursor ?? ''] ?? none
  })
  await read()
  isAllowed = false
  await expect(read()).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('a reading that broke off is not kept for others', async () => {
  let isBroken = true
  const { asked, read } = runs((cursor) => {
    if (isBroken && cursor === 'c') throw new PortalError('UPSTREAM_FAILED')
    return pages[cursor ?? ''] ?? none
  })
  await expect(read()).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' })
  isBroken = false
  expect((await read()).found).toEqual(whole)
  expect(asked).toEqual([null, 'b', 'c', null, 'b', 'c'])
})
