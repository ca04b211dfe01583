import closeWithGrace from 'close-with-grace'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { ConfigError, loadConfig, type Config } from './config.ts'
import { createLogger } from './logger.ts'
import type { OpenDatabase } from './open-database.ts'
import { StartupError } from './startup-error.ts'

const drainDeadlineMs = 15_000

try {
  await start()
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof StartupError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

async function start(): Promise<void> {
  const config = loadConfig()
  const logger = createLogger(config.logLevel)
  // The rest takes seconds to load: whoever misspelled a setting, or has no database yet, is told at once.
  const { openDatabase } = await import('./open-database.ts')
  const store = await openDatabase(config, logger)
  try {
    const { buildApp } = await import('./app.ts')
    const app = await buildApp({ config, database: store.database, clock: { now: () => Date.now() }, logger })
    await listen(app, config)
    closeOnSignal(app, store, logger)
  } catch (error) {
    await store.close()
    throw error
  }
}

async function listen(app: FastifyInstance, { port, listen: host }: Config): Promise<void> {
  try {
    await app.listen({ port, host })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    const why =
      code === 'EADDRINUSE'
        ? `Port ${port} is taken: stop the program that uses it, or set PORT to another one.`
        : code === 'EACCES'
          ? `Port ${port} may not be used by this account: set PORT to one above 1023.`
          : code === 'EADDRNOTAVAIL'
            ? `This machine has no address ${host}: set LISTEN to one that it has.`
            : null
    await app.close()
    throw why === null ? cause : new StartupError(why, { cause })
  }
}

function closeOnSignal(app: FastifyInstance, store: OpenDatabase, logger: FastifyBaseLogger): void {
  closeWithGrace({ delay: drainDeadlineMs, logger: false }, async ({ err, signal }) => {
    if (err) logger.fatal({ err }, 'the portal failed and closes')
    else logger.info({ signal }, 'closing')
    await app.close()
    await store.close()
  })
}
