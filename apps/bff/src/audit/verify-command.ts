import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigError, loadDatabasePlace } from '../config.ts'
import { databaseOn } from '../db/database.ts'
import { createCluster, databaseUser } from '../db/embedded/create-cluster.ts'
import { findPostmaster } from '../db/embedded/postmaster.ts'
import { runCluster, stopCluster } from '../db/embedded/run-cluster.ts'
import { createPool } from '../db/pool.ts'
import { StartupError } from '../startup-error.ts'
import { auditVerdict, verifyAudit } from './verify-audit.ts'

try {
  const { values } = parseArgs({ options: { head: { type: 'string' } } })
  if (values.head !== undefined && !/^[0-9a-f]{64}$/.test(values.head)) {
    throw new StartupError('--head: give the 64 hexadecimal digits that an earlier run printed')
  }
  const { holds, lines } = await verify(values.head ?? null)
  for (const line of lines) process.stdout.write(`${line}\n`)
  if (!holds) process.exitCode = 1
} catch (error) {
  const isPlain = error instanceof ConfigError || error instanceof StartupError || isUsage(error)
  if (!isPlain) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}

async function verify(keptHead: string | null) {
  const { connectionString, close } = await findDatabase()
  const pool = createPool({ connectionString, max: 1, patient: true, onError: () => undefined })
  try {
    return auditVerdict(await verifyAudit(databaseOn(pool), keptHead))
  } finally {
    await pool.end()
    await close()
  }
}

/** That of DATABASE_URL, or the embedded one; it is started where no portal runs it, and stopped again. */
async function findDatabase(): Promise<{ connectionString: string; close: () => Promise<void> }> {
  const { dataFolder, databaseUrl } = loadDatabasePlace()
  if (databaseUrl !== null) return { connectionString: databaseUrl, close: async () => undefined }
  const folder = join(dataFolder, 'postgres')
  await demandDatabase(folder)
  const cluster = await createCluster(folder)
  const wasRunning = (await findPostmaster(cluster.folder)) !== undefined
  const { port } = await runCluster(cluster, 0)
  return {
    connectionString: `postgres://${databaseUser}:${cluster.password}@127.0.0.1:${port}/postgres`,
    close: async () => {
      if (!wasRunning) await stopCluster(cluster)
    },
  }
}

async function demandDatabase(folder: string): Promise<void> {
  try {
    await access(join(folder, 'cluster', 'PG_VERSION'))
  } catch (cause) {
    throw new StartupError(`There is no database under ${folder}: set PORTAL_DATA or DATABASE_URL`, { cause })
  }
}

function isUsage(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
