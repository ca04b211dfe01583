import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { readInventory } from './read-inventory.ts'
import { createRunningPasses } from './running-passes.ts'
import { findLatest, stopSilentScans } from './scan-store.ts'
import { startInventory } from './start-inventory.ts'
import type { InventoryDeps } from './inventory-deps.ts'

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
