import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPool } from '../db/pool.ts'
import { PortalError } from '../errors.ts'
import { startTestPostgres, type TestPostgres } from '../testing/test-postgres.ts'
import { createAdvisoryLock } from './advisory-lock.ts'
import { createWriteQueue } from './write-queue.ts'

let postgres: TestPostgres
let pool: Pool
beforeAll(async () => {
  postgres = await startTestPostgres()
  const connectionString = await postgres.freshDatabase()
  pool = createPool({ connectionString, onError: () => undefined })
}, 60_000)
afterAll(async () => {
  await pool.end()
  await postgres.close()
})

/** A portal's queue; each has its own memory, so two are two replicas. */
const replica = (waitMs = 5000) => createWriteQueue(createAdvisoryLock(pool, waitMs), waitMs)

/** A write that is watched: how many run at once, and how many ran. */
function watched() {
  const counts = { now: 0, most: 0, all: 0 }
  const write = async () => {
    counts.now += 1
    counts.most = Math.max(counts.most, counts.now)
    await pause(5)
    counts.now -= 1
    counts.all += 1
  }
  return { counts, write }
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof PortalError ? error.code : error),
  )

test('writes on one identity never overlap, also across replicas and spellings', async () => {
  const { counts, write } = watched()
  const here = replica()
  const there = replica()
  await Promise.all(
    Array.from({ length: 24 }, (_, turn) =>
      turn % 2 === 0 ? here.run('/Subscriptions/A', write) : there.run('/subscriptions/a', write),
    ),
  )
  expect(counts).toEqual({ now: 0, most: 1, all: 24 })
})

test('writes on different identities run side by side', async () => {
  const { counts, write } = watched()
  const queue = replica()
  await Promise.all(['/a', '/b', '/c'].map((id) => queue.run(id, write)))
  expect(counts.most).toBeGreaterThan(1)
})

test('a write that fails lets the next one in', async () => {
  const queue = replica()
  const failing = queue.run('/a', () => Promise.reject(new Error('no')))
  const next = queue.run('/a', async () => 'next')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('next')
})

test('whose turn does not come in time is told, and the one who writes is not disturbed', async () => {
  const queue = replica(50)
  const hold = Promise.withResolvers<string>()
  const long = queue.run('/a', () => hold.promise)
  expect(await codeOf(queue.run('/a', async () => 'late'))).toBe('CONCURRENT_WRITE')
  expect(await codeOf(queue.run('/a', async () => 'later'))).toBe('CONCURRENT_WRITE')
  hold.resolve('written')
  expect(await long).toBe('written')
  expect(await queue.run('/a', async () => 'free')).toBe('free')
})

test('a replica that holds the lock too long makes the other one give up', async () => {
  const hold = Promise.withResolvers<string>()
  const started = Promise.withResolvers<void>()
  const long = replica().run('/a', () => {
    started.resolve()
    return hold.promise
  })
  await started.promise
  expect(await codeOf(replica(50).run('/a', async () => 'late'))).toBe('CONCURRENT_WRITE')
  hold.resolve('written')
  expect(await long).toBe('written')
})
