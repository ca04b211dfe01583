import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { createCluster, databaseUser } from '../db/embedded/create-cluster.ts'
import { runCluster, stopCluster } from '../db/embedded/run-cluster.ts'
import { migrateDatabase } from '../db/migrate.ts'
import { ownerFile, sweepTestFolders, testFolderPrefix } from './sweep-test-folders.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly testPostgres: { readonly port: number; readonly password: string; readonly template: string }
  }
}

const template = 'template_tables'

/** One real PostgreSQL for all test files of a run, thrown away at its end; without fsync, which no test needs. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  await sweepTestFolders()
  const folder = await mkdtemp(join(tmpdir(), testFolderPrefix))
  await writeFile(join(folder, ownerFile), String(process.pid))
  await chmod(folder, 0o755)
  const cluster = await createCluster(folder, ['--no-sync', '--wal-segsize=1'])
  const settings = ['fsync=off', 'full_page_writes=off', 'max_connections=300']
  const { port } = await runCluster(
    cluster,
    0,
    settings.flatMap((setting) => ['-c', setting]),
  )
  const address = (database: string) =>
    `postgres://${databaseUser}:${cluster.password}@127.0.0.1:${port}/${database}`
  const admin = new Client({ connectionString: address('postgres') })
  await admin.connect()
  await admin.query(`create database ${template}`)
  await admin.end()
  await migrateDatabase(address(template))
  provide('testPostgres', { port, password: cluster.password, template })
  return async () => {
    await stopCluster(cluster)
    await rm(folder, { recursive: true, force: true })
  }
}
