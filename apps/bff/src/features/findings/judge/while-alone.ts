import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../../../db/database.ts'

const pauseMs = 500
const mostTries = 240

/** Runs `work` while nobody else runs work of this name, over all replicas. Throws where its turn does not come in two minutes. */
export async function whileAlone<T>(db: Database, name: string, work: () => Promise<T>): Promise<T> {
  const client = await db.$client.connect()
  try {
    for (let tries = 0; ; tries += 1) {
      const { rows } = await client.query<{ got: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as got',
        [name],
      )
      if (rows[0]?.got === true) break
      if (tries >= mostTries) throw new Error(`Another replica has been at it for too long: ${name}`)
      await pause(pauseMs)
    }
    return await work()
  } finally {
    // Ends the connection, and with it the lock, also where the connection is broken.
    client.release(true)
  }
}
