import { randomBytes } from 'node:crypto'
import type { FastifyInstance, InjectOptions, RouteOptions } from 'fastify'
import type { Pool } from 'pg'
import { pino, type DestinationStream } from 'pino'
import { portalHeader } from '@trustwright/shared-schemas'
import { buildApp } from '../app.ts'
import { sessionCookie } from '../auth/cookies.ts'
import { loadConfig, type Config } from '../config.ts'
import { createLogger } from '../logger.ts'
import { databaseOn, type Database } from '../db/database.ts'
import { createPool } from '../db/pool.ts'
import type { PortOverrides } from '../services.ts'
import type { TestEmulator } from './start-emulator.ts'
import { plantSession } from './plant-session.ts'
import { signInThroughEmulator, type Role } from './sign-in-through-emulator.ts'
import { syntheticDirectory } from './synthetic-directory.ts'
import { TestClock } from './test-clock.ts'
import type { TestPostgres } from './test-postgres.ts'

export interface TestAppOptions {
  readonly postgres: TestPostgres
  /** Absent: nothing outside is reachable, and `signedIn` plants a session whose tokens are worth nothing. */
  readonly emulator?: TestEmulator
  readonly environment?: Readonly<Record<string, string>>
  readonly overrides?: PortOverrides
  /** Database of an earlier test app, to act as a second replica or a restarted portal. */
  readonly connectionString?: string
  readonly clock?: TestClock
  /** Told of every route. */
  readonly onRoute?: (route: RouteOptions) => void
  /** Adds routes of a test. */
  readonly extend?: (app: FastifyInstance) => unknown
  /** Where log lines go; nowhere when absent. */
  readonly log?: DestinationStream
}

export interface TestApp {
  readonly app: FastifyInstance
  readonly config: Config
  readonly database: Database
  readonly connectionString: string
  readonly pool: Pool
  readonly clock: TestClock
  /** A request as the portal's own page makes it, signed in as nobody. */
  inject(options: InjectOptions): ReturnType<typeof send>
  /** A browser of that person. */
  signedIn(role: Role): Promise<SignedInBrowser>
  close(): Promise<void>
}

export interface SignedInBrowser {
  /** `name=value` of the session cookie. */
  readonly cookie: string
  inject(options: InjectOptions): ReturnType<typeof send>
}

/** The real application over a real, empty database. */
export async function buildTestApp(options: TestAppOptions): Promise<TestApp> {
  const connectionString = options.connectionString ?? (await options.postgres.freshDatabase())
  const config = loadConfig({
    ...baseEnvironment(),
    ...options.emulator?.environment,
    ...options.environment,
  })
  const clock = options.clock ?? new TestClock()
  const pool = createPool({ connectionString, onError: () => undefined })
  const database = databaseOn(pool)
  const logger = options.log ? createLogger('trace', options.log) : pino({ level: 'silent' })
  // Who stands in for ARM means a world of its own, also without a real directory.
  const overrides = {
    ...(options.overrides?.arm && { directory: syntheticDirectory() }),
    ...options.overrides,
  }
  const app = await buildApp({
    config,
    database,
    clock,
    logger,
    overrides,
    ...(options.onRoute && { onRoute: options.onRoute }),
  })
  options.extend?.(app)
  await app.ready()
  const browser = (cookie: string): SignedInBrowser => ({
    cookie,
    inject: async (request) => await send(app, request, cookie),
  })
  return {
    app,
    config,
    database,
    connectionString,
    pool,
    clock,
    inject: async (request) => await send(app, request),
    signedIn: async (role) =>
      browser(
        options.emulator
          ? await signInThroughEmulator(app, options.emulator, role)
          : `${sessionCookie.name}=${await plantSession(database, config, clock, role)}`,
      ),
    close: async () => {
      await app.close()
      await pool.end()
    },
  }
}

async function send(app: FastifyInstance, options: InjectOptions, cookie?: string) {
  return await app.inject({
    ...options,
    headers: {
      [portalHeader.name]: portalHeader.value,
      'sec-fetch-site': 'same-origin',
      ...(cookie !== undefined && { cookie }),
      ...options.headers,
    },
  })
}

function baseEnvironment(): Record<string, string> {
  return {
    SESSION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    TENANT_ID: '8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10',
    CLIENT_ID: 'b7e0c2d4-5f61-4a83-9b1c-0d2e4f6a8b01',
    CLIENT_SECRET: 'test-secret',
    // Nothing listens on port 1, so a test that should stay inside fails at once.
    ENTRA_AUTHORITY: 'https://localhost:1/8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10',
    ARM_ENDPOINT: 'https://localhost:1',
    GRAPH_ENDPOINT: 'https://localhost:1',
    GITHUB_API_URL: 'https://localhost:1',
    LOG_LEVEL: 'silent',
    // A test that looks for an end asks more often than a person does. Those of the limit set it.
    REQUESTS_PER_MINUTE: '100000',
  }
}
