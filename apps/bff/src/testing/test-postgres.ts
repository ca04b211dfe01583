import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { createCluster, databaseUser } from '../db/embedded/create-cluster.ts'
import { runCluster, stopCluster } from '../db/embedded/run-cluster.ts'
import { migrateDatabase } from '../db/migrate.ts'
import { ownerFile, sweepTestFolders, testFolderPrefix } from './sweep-test-folders.ts'

export interface TestPostgres {
  /** Connection string of a new database with all tables, empty. */
  freshDatabase(): Promise<string>
  close(): Promise<void>
}

/** A real PostgreSQL for one test file, thrown away at its end; without fsync, which no test needs. */
export async function startTestPostgres(): Promise<TestPostgres> {
  await sweepTestFolders()
  const folder = await mkdtemp(join(tmpdir(), testFolderPrefix))
  await writeFile(join(folder, ownerFile), String(process.pid))
  await chmod(folder, 0o755)
  const cluster = await createCluster(folder, ['--no-sync', '--wal-segsize=1'])
  const { port } = await runCluster(cluster, 0, ['-c', 'fsync=off', '-c', 'full_page_writes=off'])
  const address = (database: string) =>
    `postgres://${databaseUser}:${cluster.password}@127.0.0.1:${port}/${database}`
  const admin = new Client({ connectionString: address('postgres') })
  await admin.connect()
  await admin.query('create database template_tables')
  await migrateDatabase(address('template_tables'))
  return {
    freshDatabase: async () => {
      const name = `test_${randomBytes(6).toString('hex')}`
      await admin.query(`create database ${name} template template_tables`)
      return address(name)
    },
    close: async () => {
      await admin.end()
      await stopCluster(cluster)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
