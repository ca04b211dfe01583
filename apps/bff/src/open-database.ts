import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'
import type { Pool } from 'pg'
import { adoptEvents } from './audit/adopt-events.ts'
import { closeAbandonedEvents } from './audit/close-abandoned.ts'
import { showLife } from './audit/replica.ts'
import type { Config } from './config.ts'
import { databaseOn, type Database } from './db/database.ts'
import { openEmbeddedDatabase } from './db/embedded/embedded-database.ts'
import { migrateDatabase } from './db/migrate.ts'
import { createPool } from './db/pool.ts'
import { StartupError } from './startup-error.ts'

export interface OpenDatabase {
  readonly database: Database
  readonly pool: Pool
  close(): Promise<void>
}

const startTries = 30
const startPauseMs = 1000

/** The configured database, or an embedded one under the data folder; with its tables. Throws StartupError. */
export async function openDatabase(config: Config, logger: FastifyBaseLogger): Promise<OpenDatabase> {
  const embedded =
    config.databaseUrl === null
      ? await openEmbeddedDatabase(join(config.dataFolder, 'postgres'), (message, cause) => {
          logger.warn({ err: cause }, message)
        })
      : null
  const connectionString = embedded?.connectionString ?? config.databaseUrl ?? ''
  try {
    await migrateWhenReady(connectionString, logger)
    const pool = createPool({
      connectionString,
      onError: (error) => logger.warn({ err: error }, 'a database connection was lost'),
    })
    const database = databaseOn(pool)
    await adoptEvents(database)
    const life = await showLife(connectionString, (error) =>
      logger.warn({ err: error }, 'other replicas may take this one for dead'),
    )
    const abandoned = await closeAbandonedEvents(database)
    if (abandoned > 0)
      logger.warn({ abandoned }, 'actions were under way when a portal ended; their outcome is unknown')
    return {
      database,
      pool,
      close: async () => {
        await life.end()
        await pool.end()
        await embedded?.close()
      },
    }
  } catch (error) {
    await embedded?.close()
    throw error
  }
}

/** A database that starts beside the portal may need a moment. */
async function migrateWhenReady(connectionString: string, logger: FastifyBaseLogger): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await migrateDatabase(connectionString)
      return
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
      const mayCome =
        code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === '57P03'
      if (mayCome && tries < startTries) {
        logger.warn({ tries }, 'the database does not answer yet')
        await pause(startPauseMs)
      } else {
        const { host } = new URL(connectionString)
        throw new StartupError(
          `The database at ${host} could not be opened: ${cause instanceof Error ? cause.message : String(cause)}`,
          { cause },
        )
      }
    }
  }
}
