import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import { databaseUser } from '../db/embedded/create-cluster.ts'

export interface TestPostgres {
  /** Connection string of a new database with all tables, empty. */
  freshDatabase(): Promise<string>
  close(): Promise<void>
}

/** Databases of one test file, in the PostgreSQL of the run; what they hold is gone with it. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const { port, password, template } = inject('testPostgres')
  const address = (database: string) => `postgres://${databaseUser}:${password}@127.0.0.1:${port}/${database}`
  const admin = new Client({ connectionString: address('postgres') })
  await admin.connect()
  return {
    freshDatabase: async () => {
      const name = `test_${randomBytes(6).toString('hex')}`
      await admin.query(`create database ${name} template ${template}`)
      return address(name)
    },
    close: () => admin.end(),
  }
}
