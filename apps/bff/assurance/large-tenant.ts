import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { createCluster, databaseUser } from '../src/db/embedded/create-cluster.ts'
import { runCluster, stopCluster } from '../src/db/embedded/run-cluster.ts'
import { migrateDatabase } from '../src/db/migrate.ts'
import { startEmulator, type TestEmulator } from '../src/testing/start-emulator.ts'
import { ownerFile, sweepTestFolders, testFolderPrefix } from '../src/testing/sweep-test-folders.ts'

export interface TenantSize {
  readonly identities: number
  readonly applications: number
  readonly credentials: number
}

/** An emulated tenant at Azure's own limits, with a database of its own that syncs to the disk as a real one does. */
export interface LargeTenant {
  readonly connectionString: string
  readonly emulator: TestEmulator
  /** Speaks to the emulator's own controls. */
  readonly control: (method: string, path: string, body?: object) => Promise<unknown>
  readonly close: () => Promise<void>
}

/** Ends by itself, and leaves nothing behind, when the process is told to end. What a kill left is swept by the next start. */
export async function startLargeTenant(size: TenantSize): Promise<LargeTenant> {
  await sweepTestFolders()
  const folder = await mkdtemp(join(tmpdir(), testFolderPrefix))
  await writeFile(join(folder, ownerFile), String(process.pid))
  await chmod(folder, 0o755)
  const cluster = await createCluster(folder, [])
  const { port } = await runCluster(cluster, 0, [])
  const address = (name: string) => `postgres://${databaseUser}:${cluster.password}@127.0.0.1:${port}/${name}`
  const admin = new Client({ connectionString: address('postgres') })
  await admin.connect()
  await admin.query('create database portal')
  await admin.end()
  const connectionString = address('portal')
  const emulator = await startEmulator()
  const close = async () => {
    await emulator.close()
    await stopCluster(cluster)
    await rm(folder, { recursive: true, force: true })
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void close().finally(() => process.exit(1)))
  }
  const control: LargeTenant['control'] = async (method, path, body) => {
    const answer = await fetch(`${emulator.browserOrigin}/_emulator/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`the emulator answered ${answer.status}: ${await answer.text()}`)
    return answer.status === 204 ? null : answer.json()
  }
  try {
    await migrateDatabase(connectionString)
    await control('POST', 'review-seed', size)
    await control('PATCH', 'reality', { throttleScale: 1 })
  } catch (error) {
    await close()
    throw error
  }
  return { connectionString, emulator, control, close }
}
