import { Pool } from 'pg'

export interface PoolOptions {
  readonly connectionString: string
  readonly max?: number
  /** Told of a lost idle connection; the pool replaces it by itself. */
  readonly onError: (error: Error) => void
}

/** A pool that gives up quickly, so that a dead database becomes a clear answer instead of a hanging page. */
export function createPool(options: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: options.connectionString,
    max: options.max ?? 10,
    connectionTimeoutMillis: 3000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    query_timeout: 20_000,
    application_name: 'trustwright',
  })
  pool.on('error', options.onError)
  return pool
}
