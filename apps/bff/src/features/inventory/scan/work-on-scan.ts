import { PortalError } from '../../../errors.ts'
import { steadyClock } from '../../../domain/timer.ts'
import type { Caller } from '../../../ports.ts'
import type { InventoryDeps } from '../inventory-deps.ts'
import { commitBatch, RunLost, type HeldRun } from '../store/commit-batch.ts'
import { claimScan, dropOldSnapshots, finishScan, pauseScan, stopScan } from '../store/end-scan.ts'
import { createPaced } from './paced.ts'
import { runScan } from './run-scan.ts'
import type { ReadBatch } from './scan-context.ts'
import { createScanMeter } from './scan-meter.ts'

const beatMs = 2000

type Claimed = Exclude<Awaited<ReturnType<typeof claimScan>>, string>

export interface ScanWork {
  readonly scanId: string
  readonly processId: string
  /** Aborts when the portal closes: the run then waits for the next process. */
  readonly signal: AbortSignal
}

/** Another run of the tenant goes on, or another process held this one until a moment ago: its job has to come back. */
export class RunBusy extends Error {
  override readonly name = 'RunBusy'
}

/**
 * Works on a run from where it stands until it ends or has to wait; true where it is finished. Throws RunBusy, and faults of
 * the database.
 */
export async function workOnScan(deps: InventoryDeps, work: ScanWork): Promise<boolean> {
  const { clock, db } = deps
  const { scanId, processId } = work
  const row = await claimScan(db, scanId, processId)
  if (row === 'over') return false
  if (row === 'busy') throw new RunBusy(`run ${scanId} has to wait`)
  const caller = callerOf(row)
  const run = { scanId, owner: row.owner, number: row.number, processId }
  try {
    await readAll(deps, work, row, run, caller)
  } catch (error) {
    await endEarly(deps, work, run, error)
    return false
  }
  await dropOldSnapshots(db, new Date(clock.now()), deps.snapshotDays)
  return true
}

async function readAll(
  { arm, clock, db, directory, logger, pace, signIns, timer }: InventoryDeps,
  { scanId, signal }: ScanWork,
  row: Claimed,
  run: HeldRun,
  caller: Caller,
): Promise<void> {
  let writing: Promise<void> = Promise.resolve()
  const lost = new AbortController()
  const ends = AbortSignal.any([signal, lost.signal])
  const commit = ({ counts = {}, ...batch }: ReadBatch): Promise<void> => {
    const mine = writing.then(() => {
      ends.throwIfAborted()
      meter.add(counts)
      return commitBatch(db, run, new Date(clock.now()), { ...batch, progress: meter.progress() })
    })
    // Whoever asked for a write that failed is told; the next one starts anew.
    writing = mine.catch(() => undefined)
    return mine
  }
  const beat = () => {
    commit({}).catch((error: unknown) => {
      if (error instanceof RunLost) lost.abort(error)
      else if (!ends.aborted) logger.warn({ err: error, scanId }, 'a run cannot tell its progress')
    })
  }
  const paced = createPaced({ pace, clock: steadyClock, timer, signal: ends, onThrottled: beat })
  const meter = createScanMeter({
    clock,
    steady: steadyClock,
    counts: row,
    requests: row.requests,
    waitMs: () => {
      const until = paced.waitingUntil()
      return until === null ? null : until - steadyClock.now()
    },
  })
  const heartbeat = setInterval(beat, beatMs)
  try {
    const { cursors } = row
    const read = { arm, directory, caller, clock, db, run, meter, paced, signIns }
    const context = { ...read, cursors, signal: ends, commit }
    const whole = await runScan(context)
    await commit({})
    await finishScan(db, new Date(clock.now()), run, whole)
  } finally {
    clearInterval(heartbeat)
    await writing
  }
}

/** Who a run reads as; without a session it is the portal itself. */
export function callerOf({
  ownerObjectId,
  sessionId,
  tenantId,
  username,
}: Pick<Claimed, 'ownerObjectId' | 'sessionId' | 'tenantId' | 'username'>): Caller {
  return { objectId: ownerObjectId, sessionId, tenantId, username }
}

async function endEarly(
  { clock, db, logger }: InventoryDeps,
  { signal, scanId, processId }: ScanWork,
  run: HeldRun,
  error: unknown,
): Promise<void> {
  if (error instanceof RunLost) return
  if (signal.aborted) return pauseScan(db, run, 'queued', null)
  if (error instanceof PortalError && (error.code === 'SESSION_ENDED' || error.code === 'STEP_UP_REQUIRED')) {
    return pauseScan(db, run, 'signed-out', signedOut[error.code])
  }
  const isRefusal = error instanceof PortalError
  if (!isRefusal) logger.error({ err: error, scanId }, 'a run failed')
  const because = isRefusal ? error.detail : 'The portal met a fault of its own. Start again.'
  await stopScan(db, new Date(clock.now()), scanId, because, processId)
}

const signedOut = {
  SESSION_ENDED: 'Your sign-in ended while the portal read. It goes on when you sign in again.',
  STEP_UP_REQUIRED:
    'Azure wants you to sign in again before it shows more. Reading goes on when you sign in again.',
} as const
