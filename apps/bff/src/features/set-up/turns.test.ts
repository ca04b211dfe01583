import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Pool } from 'pg'
import { databaseOn, type Database } from '../../db/database.ts'
import { createPool } from '../../db/pool.ts'
import { setUpRun, setUpStep } from '../../db/schema-set-up.ts'
import { rowOf } from '../../testing/set-up-steps.ts'
import { startTestPostgres, type TestPostgres } from '../../testing/test-postgres.ts'
import { beginRun } from './begin-run.ts'
import { endRun, restarted, silentMs, stopSilentRuns } from './end-run.ts'
import { loadWork } from './load-work.ts'
import { resumeRun } from './resume-run.ts'
import { createStepRecord, RunLost } from './step-record.ts'
import { sweepRuns } from './sweep-runs.ts'

const caller = { sessionId: 's', tenantId: 't', objectId: 'o', username: 'dana' }
const start = Date.parse('2026-11-22T12:00:00Z')
const at = (ms: number) => new Date(start + ms)
const clock = { now: () => start }

let postgres: TestPostgres
let pool: Pool
let db: Database
beforeAll(async () => {
  postgres = await startTestPostgres()
  pool = createPool({ connectionString: await postgres.freshDatabase(), onError: () => undefined })
  db = databaseOn(pool)
}, 60_000)
afterAll(async () => {
  await pool.end()
  await postgres.close()
})

async function stored() {
  const [run] = await db.select().from(setUpRun)
  const steps = await db.select().from(setUpStep).orderBy(setUpStep.ordinal)
  return { run, steps: steps.map(({ state, turn }) => `${state} ${turn}`) }
}

test('who works for an older turn can neither write nor end it, and chosen steps are those of the new turn', async () => {
  await db.delete(setUpRun)
  const { runId } = await beginRun(db, at(0), caller, { items: [rowOf('id-turns', ['one', 'two'])] })
  const old = createStepRecord(db, clock, { runId, turn: 1 })
  await old.change(1, { state: 'done', result: { principalId: 'p' } })
  await old.change(2, { state: 'running' })
  expect(await old.beat()).toBe(false)
  await stopSilentRuns(db, at(silentMs - 1))
  expect((await stored()).run?.state).toBe('running')
  await stopSilentRuns(db, at(silentMs + 1))
  await expect(old.change(2, { state: 'done' })).rejects.toThrow(RunLost)
  expect((await stored()).steps).toEqual(['done 1', 'pending 1', 'pending 1'])

  const wanted = { runId, only: 'left' } as const
  expect(await resumeRun(db, at(20_000), caller, wanted)).toBe(2)
  await expect(old.change(2, { state: 'done' })).rejects.toThrow(RunLost)
  await expect(old.beat()).rejects.toThrow(RunLost)
  await endRun(db, at(21_000), { runId, turn: 1 }, restarted)
  expect(await stored()).toMatchObject({
    run: { state: 'running', turn: 2 },
    steps: ['done null', 'pending 2', 'pending 2'],
  })
  const [work] = (await loadWork(db, { runId, turn: 2 })).parents
  expect(work?.rows.flat().map(({ chosen }) => chosen)).toEqual([false, true, true])
  expect((await loadWork(db, { runId, turn: 1 })).parents).toEqual([])
})

test('of two who resume at once one does', async () => {
  await db.delete(setUpRun)
  const { runId } = await beginRun(db, at(0), caller, { items: [rowOf('id-twice', ['one'])] })
  await endRun(db, at(1), { runId, turn: 1 }, restarted)
  const both = await Promise.allSettled(
    [1, 2].map(() => resumeRun(db, at(2), caller, { runId, only: 'left' })),
  )
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'SET_UP_RUNNING' },
  })
})

test('changes are numbered without a gap, however many come at once', async () => {
  await db.delete(setUpRun)
  const { runId } = await beginRun(db, at(0), caller, { items: [rowOf('id-many', ['one', 'two', 'three'])] })
  const record = createStepRecord(db, clock, { runId, turn: 1 })
  await Promise.all([1, 2, 3, 4].map((ordinal) => record.change(ordinal, { state: 'done' })))
  const steps = await db.select({ change: setUpStep.change }).from(setUpStep)
  expect(new Set(steps.map(({ change }) => change))).toEqual(new Set([2, 3, 4, 5]))
  expect((await stored()).run?.change).toBe(5)
})

test('a run of ten thousand rows is stored and loaded in its order', async () => {
  await db.delete(setUpRun)
  const items = Array.from({ length: 10_000 }, (_, index) =>
    rowOf(`id-${index % 500}`, [`t-${index}`], `row ${index}`),
  )
  const { runId } = await beginRun(db, at(0), caller, { items })
  const { parents: works } = await loadWork(db, { runId, turn: 1 })
  expect(works).toHaveLength(500)
  const ordinals = works[7]?.rows.flat().map(({ ordinal }) => ordinal) ?? []
  expect(ordinals).toEqual(ordinals.toSorted((one, other) => one - other))
  expect(works[7]?.rows.map((row) => row.map(({ payload }) => payload.kind).join())).toEqual([
    'identity,trust',
    ...Array(19).fill('trust'),
  ])
})

test('runs are kept for thirty days after their end, fifty of a person, and one that works is never removed', async () => {
  await db.delete(setUpRun)
  const begin = (ms: number) => beginRun(db, at(ms), caller, { items: [rowOf('id-kept', [])] })
  const runIds: string[] = []
  for (let index = 0; index < 52; index++) {
    const { runId } = await begin(index)
    runIds.push(runId)
    await endRun(db, at(index), { runId, turn: 1 }, { ...restarted, state: 'finished' })
  }
  const { runId: last } = await begin(100)
  const kept = await db.select({ runId: setUpRun.runId }).from(setUpRun)
  expect(kept).toHaveLength(50)
  expect(kept.map(({ runId }) => runId)).not.toContain(runIds[0])
  const month = 30 * 24 * 60 * 60 * 1000
  await sweepRuns({ db, clock: { now: () => start + month } })
  expect(await db.select().from(setUpRun)).toHaveLength(50)
  await sweepRuns({ db, clock: { now: () => start + month + 60_000 } })
  expect((await db.select().from(setUpRun)).map(({ runId }) => runId)).toEqual([last])
  expect(await db.select().from(setUpStep)).toHaveLength(1)
})
