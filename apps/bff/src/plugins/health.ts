import { sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../db/database.ts'

const config = { responseClass: 'health', access: 'public' } as const

/** For whoever watches the process: alive, and ready to serve (the database answers and has its tables). */
export function registerHealth(app: FastifyInstance, database: Database): void {
  app.get('/health/live', { config, schema: { hide: true } }, async () => ({ status: 'ok' }))
  app.get('/health/ready', { config, schema: { hide: true } }, async () => {
    await database.execute(sql`select 1 from session limit 1`)
    return { status: 'ok' }
  })
}
