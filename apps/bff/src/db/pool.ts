import { Pool } from 'pg'

export interface PoolOptions {
  readonly connectionString: string
  readonly max?: number
  /** For a command over a whole table: a statement may take as long as it needs. */
  readonly patient?: true
  /** Told of a lost connection; the pool replaces it by itself. */
  readonly onError: (error: Error) => void
}

/** A pool that gives up quickly, so that a dead database becomes a clear answer instead of a hanging page. */
export function createPool(options: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: options.connectionString,
    max: options.max ?? 10,
    connectionTimeoutMillis: 3000,
    idleTimeoutMillis: 30_000,
    ...(options.patient !== true && { statement_timeout: 15_000, query_timeout: 20_000 }),
    application_name: 'trustwright',
  })
  // The pool's own listener sees idle connections only: one that is lost inside a transaction, or while it holds a lock,
  // would end the process. https://node-postgres.com/apis/pool#events
  pool.on('connect', (client) => client.on('error', options.onError))
  // A lost idle connection comes here too, already told.
  pool.on('error', () => undefined)
  return pool
}
