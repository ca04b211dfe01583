import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { StartupError } from '../../startup-error.ts'
import { createCluster, databaseUser, type Cluster } from './create-cluster.ts'
import { runCluster, stopCluster } from './run-cluster.ts'

export interface EmbeddedDatabase {
  readonly connectionString: string
  close(): Promise<void>
}

/** Advisory lock that says which portal owns the server: it dies with the portal, also by kill -9. */
const ownerLock = 7_290_115
const restartPauseMs = 500

/**
 * A PostgreSQL server of the portal's own under `folder`, on a free loopback port. One that survived a kill of the portal
 * is taken over; one that another portal uses is refused. When the server ends unasked, it is started again.
 */
export async function openEmbeddedDatabase(
  folder: string,
  onTrouble: (message: string, cause?: unknown) => void,
): Promise<EmbeddedDatabase> {
  const cluster = await createCluster(folder)
  const { port } = await runCluster(cluster, 0)
  const connectionString = `postgres://${databaseUser}:${cluster.password}@127.0.0.1:${port}/postgres`
  const closing = new AbortController()
  let owner = await takeOwnership(connectionString, folder, watch)

  function watch(): void {
    if (!closing.signal.aborted) void keepRunning()
  }

  async function keepRunning(): Promise<void> {
    onTrouble('the embedded PostgreSQL ended unasked; starting it again')
    while (!closing.signal.aborted) {
      try {
        await runCluster(cluster, port)
        owner = await takeOwnership(connectionString, folder, watch)
        return
      } catch (cause) {
        onTrouble('the embedded PostgreSQL did not start', cause)
        await pause(restartPauseMs)
      }
    }
  }

  return {
    connectionString,
    close: async () => {
      closing.abort()
      await stop(cluster, owner)
    },
  }
}

async function stop(cluster: Cluster, owner: Client): Promise<void> {
  // The connection may be dead already; the server's end below is what counts.
  await owner.end().catch(() => undefined)
  await stopCluster(cluster)
}

async function takeOwnership(connectionString: string, folder: string, onLost: () => void): Promise<Client> {
  const client = new Client({ connectionString, application_name: 'trustwright owner', keepAlive: true })
  // An error is always followed by `end`, which is handled once the lock is ours.
  client.on('error', () => undefined)
  await client.connect()
  // The server notices the death of a killed owner a moment later.
  for (let tries = 0; tries < 40; tries++) {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [
      ownerLock,
    ])
    if (rows[0]?.free === true) {
      client.once('end', onLost)
      return client
    }
    await pause(50)
  }
  await client.end()
  throw new StartupError(
    `Another portal uses the folder ${folder}: stop it, or set PORTAL_DATA to another folder`,
  )
}
