import type { FastifyBaseLogger } from 'fastify'
import type { Pool } from 'pg'
import { PgBoss, type Db } from 'pg-boss'

/** Work that goes on without a browser, shared by all replicas over the database. */
export interface Jobs {
  /**
   * Puts a job into a queue. Each process works on one job of a queue at a time. A job whose process died, or whose work
   * throws, comes back.
   */
  send(queue: string, data: object): Promise<void>
  /** The work of a queue in this process, once it runs. The signal aborts when the portal closes. */
  work(queue: string, work: (data: unknown, signal: AbortSignal) => Promise<void>): void
  /** Sends an empty job by a cron expression in UTC, once over all replicas; null: no longer. */
  schedule(queue: string, cron: string | null): void
  /** Begins to work. It begins by itself with the first `send`. */
  start(): Promise<void>
  /** Waits until the work that goes on has come to a halt. */
  close(): Promise<void>
}

/** A process that gives no sign of life for so long is gone, and its job comes back. */
const heartbeatSeconds = 10
const superviseSeconds = 10
/** pg-boss ends a job after it; the longest that it takes is a day. */
const longestSeconds = 86_399
const mostReturns = 10_000
const haltMs = 10_000

interface Queue {
  readonly name: string
  readonly work: (data: unknown, signal: AbortSignal) => Promise<void>
}

/** Over the portal's own connections: pg-boss keeps its tables in the schema `pgboss`. https://pgboss.io */
export function createJobs(pool: Pool, logger: FastifyBaseLogger): Jobs {
  const boss = new PgBoss({
    db: overPool(pool),
    schema: 'pgboss',
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    registerInstance: false,
  })
  boss.on('error', (error: unknown) => logger.warn({ err: error }, 'a job queue failed for a moment'))
  const queues: Queue[] = []
  const crons = new Map<string, string | null>()
  const workers = new Map<string, string>()
  const stop = new AbortController()
  let starting: Promise<void> | null = null

  async function begin(): Promise<void> {
    await boss.start()
    for (const { name, work } of queues) {
      await boss.createQueue(name, {
        heartbeatSeconds,
        expireInSeconds: longestSeconds,
        retryLimit: mostReturns,
        retryDelay: 1,
        deleteAfterSeconds: 86_400,
      })
      const worker = await boss.work(
        name,
        { pollingIntervalSeconds: 1, heartbeatRefreshSeconds: 3 },
        async ([job]) => {
          if (job === undefined) return
          await work(job.data, AbortSignal.any([stop.signal, job.signal]))
          // Work that was cut off is not done.
          stop.signal.throwIfAborted()
        },
      )
      workers.set(name, worker)
    }
    for (const [name, cron] of crons) {
      if (cron === null) await boss.unschedule(name)
      else await boss.schedule(name, cron, {}, { tz: 'UTC' })
    }
  }
  function start(): Promise<void> {
    starting ??= begin().catch((error: unknown) => {
      starting = null
      throw error
    })
    return starting
  }
  return {
    start,
    work(name, work) {
      queues.push({ name, work })
    },
    schedule(name, cron) {
      crons.set(name, cron)
    },
    async send(queue, data) {
      await start()
      await boss.send(queue, data)
      const worker = workers.get(queue)
      if (worker !== undefined) boss.notifyWorker(worker)
    },
    async close() {
      stop.abort()
      if (starting === null) return
      await starting.catch(() => undefined)
      await boss.stop({ graceful: true, timeout: haltMs })
    },
  }
}

function overPool(pool: Pool): Db {
  return { executeSql: (text, values) => pool.query(text, values) }
}
