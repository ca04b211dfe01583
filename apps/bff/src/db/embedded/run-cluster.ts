import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { open, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { StartupError } from '../../startup-error.ts'
import { findBinaries } from './binaries.ts'
import type { Cluster } from './create-cluster.ts'
import { commandAs } from './run-as.ts'
import { findPostmaster, isAlive, removeStalePidFile, type Postmaster } from './postmaster.ts'

const startDeadlineMs = 60_000
const stopDeadlineMs = 10_000

/** The server of the cluster: the one that runs already, else a new one on `port` (0: a free one). */
export async function runCluster(
  cluster: Cluster,
  port: number,
  extraFlags: readonly string[] = [],
): Promise<Postmaster> {
  const running = await findPostmaster(cluster.folder)
  if (running === undefined) {
    await removeStalePidFile(cluster.folder)
    await spawnServer(cluster, port === 0 ? await freePort() : port, extraFlags)
  }
  return await untilReady(cluster)
}

/** Fast shutdown: ends connections and writes a checkpoint. Falls back to an immediate one. */
export async function stopCluster(cluster: Cluster): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    const running = await findPostmaster(cluster.folder)
    if (running === undefined) return
    process.kill(running.pid, signal)
    const deadline = Date.now() + stopDeadlineMs
    while (Date.now() < deadline && isAlive(running.pid)) await pause(20)
    if (!isAlive(running.pid)) return
  }
}

async function spawnServer(cluster: Cluster, port: number, extraFlags: readonly string[]): Promise<void> {
  const { postgres } = await findBinaries()
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '32MB',
    max_connections: 60,
    log_min_messages: 'warning',
    timezone: 'UTC',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = await open(cluster.logFile, 'w', 0o600)
  try {
    // Detached, so that Ctrl-C in a terminal reaches the portal alone, which stops the database last.
    const wanted = ['-D', cluster.folder, ...flags, ...extraFlags]
    const { program, args, options } = await commandAs(cluster.user, postgres, wanted, cluster.folder)
    const child = spawn(program, args, {
      ...options,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    await once(child, 'spawn')
    child.unref()
  } catch (cause) {
    throw new StartupError(`PostgreSQL could not be started: ${String(cause)}`, { cause })
  } finally {
    await log.close()
  }
}

async function untilReady(cluster: Cluster): Promise<Postmaster> {
  const deadline = Date.now() + startDeadlineMs
  let seen = 0
  while (Date.now() < deadline) {
    const running = await findPostmaster(cluster.folder)
    if (running?.ready) return running
    if (running) seen = running.pid
    const log = await readFile(cluster.logFile, 'utf8').catch(() => '')
    const fatal = /FATAL: +(.*)/.exec(log)?.[1]
    if (fatal !== undefined && running === undefined) {
      throw new StartupError(`PostgreSQL in ${cluster.folder} did not start: ${fatal}`)
    }
    if (seen !== 0 && !isAlive(seen))
      throw new StartupError(`PostgreSQL in ${cluster.folder} ended while starting`)
    await pause(10)
  }
  throw new StartupError(`PostgreSQL in ${cluster.folder} was not ready within a minute`)
}

/** Of a range that no system gives to outgoing connections: what is free of those may be taken before PostgreSQL listens. */
const ports = { first: 20_000, count: 12_000, tries: 100 }

async function freePort(): Promise<number> {
  for (let tries = 0; tries < ports.tries; tries += 1) {
    const port = ports.first + randomInt(ports.count)
    // oxlint-disable-next-line no-await-in-loop -- one that is taken is the reason to look at another
    if (await isFree(port)) return port
  }
  throw new StartupError('No free port was found')
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
