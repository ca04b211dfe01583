import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { createStreams } from '../../domain/streams.ts'
import { packAnswers } from '../../routes/pack-answers.ts'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { registerStream } from '../../routes/register-stream.ts'
import { whileOpen } from '../../routes/while-open.ts'
import { compareSnapshots } from './compare/compare-snapshots.ts'
import { describeScan } from './describe-scan.ts'
import { followInventory } from './follow-inventory.ts'
import type { InventoryDeps } from './inventory-deps.ts'
import { listSnapshots } from './list-snapshots.ts'
import { demandOwner } from './own-inventory.ts'
import { readInventory } from './read-inventory.ts'
import { createScanQueue } from './scan-queue.ts'
import { findLatest, findOpen } from './store/begin-scan.ts'
import { stopScan } from './store/end-scan.ts'

export function registerInventoryRoutes(app: FastifyInstance, deps: InventoryDeps): void {
  const { clock, db, jobs } = deps
  const queue = createScanQueue(deps)
  const streams = createStreams()
  const closing = new AbortController()
  app.addHook('onReady', () => queue.resume())
  app.addHook('onListen', () => jobs.start())
  app.addHook('preClose', async () => {
    closing.abort()
    await jobs.close()
  })
  const latest = async (owner: string) => {
    const row = await findLatest(db, owner)
    return { scan: row === null ? null : await describeScan(db, row) }
  }
  registerEndpoint(app, endpoints.startInventory, ({ caller, query }) => {
    const owner = demandOwner(caller, query.of)
    return queue.start(owner, query.of === 'portal' ? null : caller)
  })
  registerEndpoint(app, endpoints.stopInventory, async ({ caller, query }) => {
    const owner = demandOwner(caller, query.of)
    const open = await findOpen(db, owner)
    if (open !== null) {
      await stopScan(
        db,
        new Date(clock.now()),
        open.scanId,
        'It was stopped. What was read until then stays.',
      )
    }
    return latest(owner)
  })
  registerEndpoint(app, endpoints.latestInventory, async ({ caller, query }) => {
    const owner = demandOwner(caller, query.of)
    await queue.wake(owner, caller)
    return latest(owner)
  })
  registerStream(app, endpoints.followInventory, ({ caller, query, reply }) => {
    const owner = demandOwner(caller, query.of)
    const signal = whileOpen(reply, closing.signal)
    return followInventory({ deps, streams, caller, owner, signal })
  })
  void app.register(async (scope) => {
    packAnswers(scope)
    registerEndpoint(scope, endpoints.readInventory, ({ caller, query: { of, ...wanted } }) =>
      readInventory(deps, { owner: demandOwner(caller, of), ...wanted }),
    )
  })
  registerEndpoint(app, endpoints.listSnapshots, ({ caller, query }) =>
    listSnapshots(db, demandOwner(caller, query.of), deps.snapshotDays),
  )
  registerEndpoint(app, endpoints.compareSnapshots, ({ caller, query: { of, ...wanted } }) =>
    compareSnapshots(deps, caller, { owner: demandOwner(caller, of), ...wanted }),
  )
}
