import { appendFileSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The few parts of PostgreSQL's client that are used; it is the portal's own, so that the dump needs no program beside it. */
interface Client {
  connect(): Promise<void>
  query(text: string): Promise<{ rows: Record<string, unknown>[] }>
  end(): Promise<void>
}

function folder(): string {
  const data = process.env.E2E_DATA
  if (data === undefined)
    throw new Error('E2E_DATA has to name the data folder of the programs: what they keep is read there.')
  return data
}

/** Every row of every table of the portal, as text. */
export async function dumpDatabase(): Promise<string> {
  const kept = join(folder(), 'portal', 'postgres')
  // Line 4 is the port. https://www.postgresql.org/docs/18/storage-file-layout.html
  const [, , , port] = readFileSync(join(kept, 'cluster', 'postmaster.pid'), 'utf8').split('\n')
  const password = readFileSync(join(kept, 'password'), 'utf8').trim()
  const load = createRequire(join(import.meta.dirname, '..', 'apps', 'bff', 'package.json'))
  // https://node-postgres.com/apis/client
  const { Client } = load('pg') as { Client: new (settings: object) => Client }
  const client = new Client({
    host: '127.0.0.1',
    port: Number(port),
    user: 'trustwright',
    password,
    database: 'postgres',
  })
  await client.connect()
  try {
    const { rows: tables } = await client.query(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
    const dumps: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query(`select to_jsonb(t)::text as row from ${String(name)} t`)
      dumps.push(`${String(name)}\n${rows.map(({ row }) => String(row)).join('\n')}`)
    }
    return dumps.join('\n\n')
  } finally {
    await client.end()
  }
}

/** What portal and emulator wrote to their logs since the programs started. */
export function readLogs(): string {
  return readFileSync(join(folder(), 'programs.log'), 'utf8')
}

/** Adds a line to the log, to see that it is read. */
export function writeToLog(line: string): void {
  appendFileSync(join(folder(), 'programs.log'), `${line}\n`)
}
