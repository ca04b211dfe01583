import { DatabaseError, type Pool, type PoolClient } from 'pg'
import { PortalError } from '../errors.ts'

/** A lock that all replicas of the portal share. */
export interface SharedLock {
  /** Runs `work` while holding the lock of `key`. Throws CONCURRENT_WRITE when it is not free in time. */
  hold<T>(key: string, work: () => Promise<T>): Promise<T>
}

const lockNotAvailable = '55P03'

/**
 * PostgreSQL's advisory locks, each on a connection of `pool` that serves nothing else meanwhile: give it a pool of its
 * own, since whoever holds a lock also needs the portal's other connections. The lock ends with its connection.
 * https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
 */
export function createAdvisoryLock(pool: Pool, waitMs: number): SharedLock {
  return {
    async hold(key, work) {
      const client = await pool.connect()
      let broken = false
      try {
        await take(client, key, waitMs)
        try {
          return await work()
        } finally {
          await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [key]).catch(() => {
            // The connection is lost, and its lock with it.
            broken = true
          })
        }
      } finally {
        client.release(broken)
      }
    },
  }
}

async function take(client: PoolClient, key: string, waitMs: number): Promise<void> {
  await client.query(`set lock_timeout = ${Math.ceil(waitMs)}`)
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [key])
  } catch (error) {
    if (error instanceof DatabaseError && error.code === lockNotAvailable) {
      throw new PortalError('CONCURRENT_WRITE', { cause: error })
    }
    throw error
  }
}
