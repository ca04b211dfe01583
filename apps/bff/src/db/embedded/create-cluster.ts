import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { access, chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { StartupError } from '../../startup-error.ts'
import { findBinaries } from './binaries.ts'
import { commandAs } from './run-as.ts'
import { postgresUser, type SystemUser } from './system-user.ts'

const run = promisify(execFile)

export interface Cluster {
  /** PostgreSQL's data directory. */
  readonly folder: string
  readonly password: string
  readonly user: SystemUser | undefined
  readonly logFile: string
}

export const databaseUser = 'trustwright'

/** The cluster under `folder`, made by initdb the first time. A half-made one from an interrupted start is made anew. */
export async function createCluster(folder: string, extraFlags: readonly string[] = []): Promise<Cluster> {
  await mkdir(folder, { recursive: true, mode: 0o755 })
  const user = await postgresUser()
  const password = await readOrMakePassword(join(folder, 'password'))
  const cluster = { folder: join(folder, 'cluster'), password, user, logFile: join(folder, 'postgres.log') }
  if (!(await exists(join(cluster.folder, 'PG_VERSION')))) await initialise(cluster, extraFlags)
  return cluster
}

async function initialise(cluster: Cluster, extraFlags: readonly string[]): Promise<void> {
  const { initdb } = await findBinaries()
  const making = `${cluster.folder}.new`
  const passwordFile = `${cluster.folder}.password`
  await rm(making, { recursive: true, force: true })
  await mkdir(making, { mode: 0o700 })
  await writeFile(passwordFile, cluster.password, { mode: 0o600 })
  if (cluster.user) {
    await chown(making, cluster.user.uid, cluster.user.gid)
    await chown(passwordFile, cluster.user.uid, cluster.user.gid)
  }
  const flags = [
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    `--username=${databaseUser}`,
    ...extraFlags,
  ]
  try {
    const wanted = [`--pgdata=${making}`, `--pwfile=${passwordFile}`, ...flags]
    const { program, args, options } = await commandAs(cluster.user, initdb, wanted, cluster.folder)
    await run(program, args, { ...options, cwd: '/' })
  } catch (cause) {
    throw await explain(cluster, cause)
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(making, cluster.folder)
}

async function explain(cluster: Cluster, cause: unknown): Promise<StartupError> {
  const place = dirname(cluster.folder)
  const denied = cause instanceof Error && /EACCES|Permission denied/.test(cause.message)
  const why =
    denied && cluster.user
      ? `the user postgres may not enter ${place} or the folder of the installed packages: put the project where other users may look, start as an ordinary user, or set DATABASE_URL`
      : cause instanceof Error
        ? (cause.message.split('\n').filter(Boolean).at(-1) ?? cause.message)
        : String(cause)
  return new StartupError(`PostgreSQL could not make its files in ${place}: ${why}`, { cause })
}

async function readOrMakePassword(path: string): Promise<string> {
  if (await exists(path)) {
    await chmod(path, 0o600)
    return (await readFile(path, 'utf8')).trim()
  }
  const password = randomBytes(24).toString('base64url')
  await writeFile(path, password, { mode: 0o600, flag: 'wx' })
  return password
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    // access() rejects exactly when there is nothing to read.
    return false
  }
}
