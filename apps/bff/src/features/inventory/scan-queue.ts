import { inArray, and, eq } from 'drizzle-orm'
import type { InventoryScan } from '@trustwright/shared-schemas'
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { inventoryScan } from '../../db/schema-inventory.ts'
import { portalOwner } from '../../domain/inventory-rows.ts'
import type { Caller } from '../../ports.ts'
import type { InventoryDeps } from './inventory-deps.ts'
import { callerOf, workOnScan } from './scan/work-on-scan.ts'
import { beginOrJoin, reviveScan } from './store/begin-scan.ts'

const queue = 'inventory'
const judgeQueue = 'inventory-judge'
const scheduleQueue = 'inventory-schedule'
const Job = z.object({ scanId: z.uuid() })

/** Runs of this portal, worked on one at a time for the tenant, by whichever replica takes them. */
export interface ScanQueue {
  start(owner: string, caller: Caller | null): Promise<InventoryScan>
  /** Goes on with a run that waits for this person, where there is one. */
  wake(owner: string, caller: Caller): Promise<void>
  /** At the start of the process: what an earlier one left open is taken up again. */
  resume(): Promise<void>
}

export function createScanQueue(deps: InventoryDeps): ScanQueue {
  const { clock, db, jobs, schedule, tenantId } = deps
  const processId = randomUUID()
  const send = (scanId: string) => jobs.send(queue, { scanId })
  jobs.work(queue, async (data, signal) => {
    const { scanId } = Job.parse(data)
    const isFinished = await workOnScan(deps, { scanId, processId, signal })
    // A job of its own: the next run need not wait for it, and a process that dies hands it on.
    if (isFinished) await jobs.send(judgeQueue, { scanId })
  })
  jobs.work(judgeQueue, async (data) => {
    const { scanId } = Job.parse(data)
    await judge(deps, scanId)
  })
  const start: ScanQueue['start'] = async (owner, caller) => {
    const now = new Date(clock.now())
    const { scan, begun, resumed } = await beginOrJoin(db, now, { owner, tenantId, caller })
    if (begun || resumed) await send(scan.scanId)
    return scan
  }
  jobs.work(scheduleQueue, async () => {
    await start(portalOwner, null)
  })
  jobs.schedule(scheduleQueue, schedule)
  return {
    start,
    async wake(owner, caller) {
      const revived = await reviveScan(db, owner, caller.sessionId)
      if (revived) await send(revived.scanId)
    },
    async resume() {
      const open = await db
        .select({ scanId: inventoryScan.scanId })
        .from(inventoryScan)
        .where(
          and(
            eq(inventoryScan.tenantId, tenantId),
            inArray(inventoryScan.state, ['queued', 'running', 'waiting']),
          ),
        )
      for (const { scanId } of open) await send(scanId)
    },
  }
}

async function judge({ db, findings }: InventoryDeps, scanId: string): Promise<void> {
  const [row] = await db.select().from(inventoryScan).where(eq(inventoryScan.scanId, scanId))
  if (row === undefined) return
  const { number: scan, owner, tenantId } = row
  await findings?.refresh({ tenantId, owner, scan, caller: owner === portalOwner ? null : callerOf(row) })
}
