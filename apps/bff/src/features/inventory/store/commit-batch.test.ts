import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { inventoryScan, inventoryVersion } from '../../../db/schema-inventory.ts'
import { inventoryStore } from '../../../testing/inventory-store.ts'
import { manyParents, storedParent, storedTrust } from '../../../testing/inventory-rows.ts'
import { RunLost, type HeldRun } from './commit-batch.ts'
import { silentMs } from './database-time.ts'
import { claimScan, dropOldSnapshots, finishScan, stopScan } from './end-scan.ts'
import { readChanges } from './read-versions.ts'

const store = inventoryStore()
const { commit, nextRun, owner, snapshotOf } = store
const both = { applications: true, identities: true }

async function keysOf(snapshot?: number): Promise<string[]> {
  const rows = await readChanges(store.db(), { owner, after: 0, limit: 10_000, snapshot })
  return rows.map(({ kind, key }) => `${kind} ${key.split('/').at(-1)}`).toSorted()
}

const [first, second] = [storedParent(1), storedParent(2)]
const two = [
  { parent: first, trusts: [storedTrust(first, 1), storedTrust(first, 2)] },
  { parent: second, trusts: [storedTrust(second, 1)] },
]
const lasts = [first, second].map(({ key }) => `parent ${key.split('/').at(-1)}`)

test('what is the same in every run is stored once', async () => {
  const parents = manyParents(500, 2)
  for (let round = 0; round < 3; round += 1) await snapshotOf({ parents })
  expect(await store.db().$count(inventoryVersion)).toBe(1500)
  expect(await keysOf(1)).toHaveLength(1500)
  expect(await keysOf(3)).toHaveLength(1500)
  expect(
    (await store.db().select().from(inventoryScan).orderBy(inventoryScan.number)).map(changesOf),
  ).toEqual([
    [1000, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ])
})

function changesOf({ added, removed, changed }: typeof inventoryScan.$inferSelect) {
  return [added, removed, changed]
}

test('a trust that changed, one that is gone and one that came are told to whoever reads on', async () => {
  await snapshotOf({ parents: two })
  const [last] = (await readChanges(store.db(), { owner, after: 0, limit: 100 })).slice(-1)
  const changed = {
    parent: first,
    trusts: [storedTrust(first, 1, 'repo:contoso/other'), storedTrust(first, 3)],
  }
  await snapshotOf({ parents: [changed, { parent: second, trusts: [storedTrust(second, 1)] }] })
  const news = await readChanges(store.db(), { owner, after: last?.revision ?? 0, limit: 100 })
  const told = news.map(({ key, gone }) => `${key.split('/').at(-1)} ${gone ? 'gone' : 'there'}`)
  expect(told.toSorted()).toEqual(['trust-1 there', 'trust-2 gone', 'trust-3 there'])
  expect(await keysOf(1)).toEqual([...lasts, 'trust trust-1', 'trust trust-1', 'trust trust-2'])
  expect(await keysOf(2)).toEqual([...lasts, 'trust trust-1', 'trust trust-1', 'trust trust-3'])
  const [, newest] = await store.db().select().from(inventoryScan).orderBy(inventoryScan.number)
  expect(newest && changesOf(newest)).toEqual([1, 1, 1])
})

test('a change back within one run, and a row that was closed and comes again, leave one row', async () => {
  await snapshotOf({ parents: two })
  const other = { parent: first, trusts: [storedTrust(first, 1, 'repo:contoso/other')] }
  await snapshotOf({ parents: [other] }, { parents: two })
  expect(await keysOf()).toEqual([...lasts, 'trust trust-1', 'trust trust-1', 'trust trust-2'])
  const [, newest] = await store.db().select().from(inventoryScan).orderBy(inventoryScan.number)
  expect(newest && changesOf(newest)).toEqual([0, 0, 0])
})

test.each([
  ['a complete list lacks it', both, {}, 0],
  ['its list was not complete', { applications: false, identities: true }, {}, 2],
  ['it was listed and could not be read', both, { unreadable: [unreadable(second.key)] }, 2],
])('where %s, the rows of a parent: %#', async (_, whole, more, kept) => {
  await snapshotOf({ parents: two })
  const run = await nextRun()
  await commit(run, { parents: two.slice(0, 1), ...more })
  await finishScan(store.db(), new Date(store.now), run, whole)
  expect((await keysOf()).length).toBe(3 + kept)
  expect((await keysOf(1)).length).toBe(5)
})

function unreadable(scope: string) {
  return { kind: 'application', scope, displayName: 'App', code: 'UPSTREAM_FAILED', reason: 'why' } as const
}

test('the last sign-in of an identity is news, and no change', async () => {
  await snapshotOf({ parents: two })
  const [last] = (await readChanges(store.db(), { owner, after: 0, limit: 100 })).slice(-1)
  const signedIn = storedParent(1, { lastSignInAt: { known: true, value: '2026-01-04T00:00:00Z' } })
  await snapshotOf({ parents: [{ parent: signedIn, trusts: two[0]?.trusts ?? [] }, ...two.slice(1)] })
  const news = await readChanges(store.db(), { owner, after: last?.revision ?? 0, limit: 100 })
  expect(news.map(({ kind, gone }) => [kind, gone])).toEqual([['parent', false]])
  expect(await store.db().$count(inventoryVersion)).toBe(5)
})

test.each([
  ['another process took it', takenOver],
  ['somebody stopped it', (run: HeldRun) => stopScan(store.db(), new Date(store.now), run.scanId, 'stopped')],
])('a process whose run is lost since %s writes nothing more', async (_, lose) => {
  const run = await nextRun()
  await commit(run, { parents: two.slice(0, 1) })
  await lose(run)
  await expect(commit(run, { parents: two.slice(1) })).rejects.toThrow(RunLost)
  await expect(finishScan(store.db(), new Date(store.now), run, both)).rejects.toThrow(RunLost)
  expect(await keysOf()).toHaveLength(3)
})

/** Its process gave no sign of life for too long. */
async function takenOver({ scanId }: HeldRun) {
  await silentFor(silentMs)
  expect(await claimScan(store.db(), scanId, 'q')).toMatchObject({ processId: 'q' })
}

async function silentFor(ms: number) {
  await store
    .db()
    .execute(sql`update inventory_scan set heartbeat_at = clock_timestamp() - ${ms} * interval '1 ms'`)
}

test('a run that works is not taken over, whatever the clock of the other process says', async () => {
  const run = await nextRun()
  await silentFor(silentMs - 5000)
  store.now += 86_400_000
  expect(await claimScan(store.db(), run.scanId, 'q')).toBe('busy')
  await silentFor(silentMs)
  store.now -= 2 * 86_400_000
  expect(await claimScan(store.db(), run.scanId, 'q')).toMatchObject({ processId: 'q' })
})

test('old snapshots are dropped with the rows that only they held, and the newest stays', async () => {
  await snapshotOf({ parents: two })
  await snapshotOf({ parents: two.slice(0, 1) })
  await snapshotOf({ parents: two.slice(0, 1) })
  await dropOldSnapshots(store.db(), new Date(Date.UTC(2026, 0, 15, 12)), 10)
  expect(
    (await store.db().select().from(inventoryScan).orderBy(inventoryScan.number)).map(({ number }) => number),
  ).toEqual([2, 3])
  expect(await store.db().$count(inventoryVersion)).toBe(3)
  await dropOldSnapshots(store.db(), new Date(Date.UTC(2026, 1, 15)), 10)
  expect((await store.db().select().from(inventoryScan)).map(({ number }) => number)).toEqual([3])
})

test('a clock that jumps ten years ahead, or back, drops no snapshot', async () => {
  store.now = Date.now() - 86_400_000
  await snapshotOf({ parents: two })
  await snapshotOf({ parents: two })
  const year = 365 * 86_400_000
  for (const jump of [10 * year, -10 * year])
    await dropOldSnapshots(store.db(), new Date(store.now + jump), 400)
  expect(await store.db().$count(inventoryScan)).toBe(2)
})
