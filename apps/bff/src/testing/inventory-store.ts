import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { databaseOn, type Database } from '../db/database.ts'
import { createPool } from '../db/pool.ts'
import { beginOrJoin } from '../features/inventory/store/begin-scan.ts'
import { commitBatch, type Batch, type HeldRun } from '../features/inventory/store/commit-batch.ts'
import { claimScan, finishScan } from '../features/inventory/store/end-scan.ts'
import { noProgress } from './inventory-rows.ts'
import { startTestPostgres, type TestPostgres } from './test-postgres.ts'

const caller = { sessionId: 's', tenantId: 't', objectId: 'dana', username: 'dana@contoso.com' }

/** Tables of an inventory, empty before each test of the file, and what a run does to them. */
export interface InventoryStore {
  readonly owner: string
  readonly db: () => Database
  /** In milliseconds since 1970; a day later after each snapshot. */
  now: number
  readonly nextRun: (processId?: string) => Promise<HeldRun>
  readonly commit: (run: HeldRun, batch: Omit<Batch, 'progress'>) => Promise<void>
  /** One whole run that reads exactly these. */
  readonly snapshotOf: (...batches: Omit<Batch, 'progress'>[]) => Promise<number>
}

export function inventoryStore(): InventoryStore {
  let postgres: TestPostgres
  let db: Database
  let end: () => Promise<void>
  beforeAll(async () => {
    postgres = await startTestPostgres()
    const pool = createPool({ connectionString: await postgres.freshDatabase(), onError: () => undefined })
    db = databaseOn(pool)
    end = () => pool.end()
  }, 60_000)
  beforeEach(async () => {
    store.now = Date.UTC(2026, 0, 5)
    await db.execute(sql`truncate inventory_scan, inventory_version, inventory_parent_read cascade`)
  })
  afterAll(async () => {
    await end()
    await postgres.close()
  })
  const store: InventoryStore = {
    owner: 'person:dana',
    db: () => db,
    now: 0,
    async nextRun(processId = 'p') {
      const { owner, now } = store
      const { scan } = await beginOrJoin(db, new Date(now), { owner, tenantId: 't', caller })
      await claimScan(db, scan.scanId, processId)
      return { scanId: scan.scanId, owner, number: scan.number, processId }
    },
    commit: (run, batch) => commitBatch(db, run, new Date(store.now), { ...batch, progress: noProgress }),
    async snapshotOf(...batches) {
      const run = await store.nextRun()
      for (const batch of batches) await store.commit(run, batch)
      await finishScan(db, new Date(store.now), run, { applications: true, identities: true })
      store.now += 86_400_000
      return run.number
    },
  }
  return store
}
