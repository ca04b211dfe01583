import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type { Database } from '../../db/database.ts'
import type { Arm, Clock } from '../../ports.ts'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import type { Pace } from './pacer.ts'
import { readInventory } from './read-inventory.ts'
import { createRunningPasses } from './running-passes.ts'
import { findLatest, stopSilentScans } from './scan-store.ts'
import { startInventory } from './start-inventory.ts'
import type { Timer } from './timer.ts'

export interface InventoryDeps {
  readonly arm: Arm
  readonly clock: Clock
  readonly db: Database
  readonly logger: FastifyBaseLogger
  readonly pace: Pace
  readonly timer: Timer
}

export function registerInventoryRoutes(app: FastifyInstance, deps: InventoryDeps): void {
  const { clock, db, logger } = deps
  const passes = createRunningPasses((error) =>
    logger.error({ err: error }, 'a pass ended without a record of its end'),
  )
  app.addHook('preClose', () => passes.close())
  registerEndpoint(app, endpoints.startInventory, ({ caller }) => startInventory(deps, passes, caller))
  registerEndpoint(app, endpoints.latestInventory, async ({ caller }) => {
    await stopSilentScans(db, new Date(clock.now()))
    return { scan: await findLatest(db, caller) }
  })
  registerEndpoint(app, endpoints.readInventory, ({ caller, params, query }) =>
    readInventory(deps, caller, { ...params, ...query }),
  )
}
