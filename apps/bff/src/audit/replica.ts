import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'

/** This process among the replicas of the portal. */
export const thisReplica = randomUUID()

/** Key of the advisory lock that a replica holds as long as it lives. */
export const lifeKey = (replica: string): string => `trustwright replica ${replica}`

export interface ReplicaLife {
  end(): Promise<void>
}

const retryMs = 1000

/**
 * Shows to other replicas that this one lives: an advisory lock on a connection of its own, which PostgreSQL gives up when
 * the process ends, however it ends. A lost connection is made again.
 * https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
 */
export async function showLife(
  connectionString: string,
  onTrouble: (error: unknown) => void,
  replica = thisReplica,
): Promise<ReplicaLife> {
  const closing = new AbortController()
  let client = await hold(connectionString, replica, again)

  function again(): void {
    if (!closing.signal.aborted) void regain()
  }

  async function regain(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        client = await hold(connectionString, replica, again)
        return
      } catch (error) {
        onTrouble(error)
        await pause(retryMs)
      }
    }
  }

  return {
    end: async () => {
      closing.abort()
      // The connection may be lost already, and its lock with it.
      await client.end().catch(() => undefined)
    },
  }
}

async function hold(connectionString: string, replica: string, onLost: () => void): Promise<Client> {
  const client = new Client({ connectionString, application_name: 'trustwright life', keepAlive: true })
  // An error is always followed by `end`.
  client.on('error', () => undefined)
  await client.connect()
  await client.query('select pg_advisory_lock_shared(hashtextextended($1, 0))', [lifeKey(replica)])
  client.once('end', onLost)
  return client
}
