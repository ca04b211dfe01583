import type { InventoryScan } from '@trustwright/shared-schemas'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { createPacer } from './pacer.ts'
import { createPassRecord } from './pass-record.ts'
import type { InventoryDeps } from './inventory-deps.ts'
import type { RunningPasses } from './running-passes.ts'
import { runPass } from './run-pass.ts'
import { beginOrJoin, finishScan, stopScan, stopSilentScans } from './scan-store.ts'

const heartbeatMs = 2000

/** Begins a pass in the background, or joins the one that runs for this person already. */
export async function startInventory(
  deps: InventoryDeps,
  passes: RunningPasses,
  caller: Caller,
): Promise<InventoryScan> {
  const now = new Date(deps.clock.now())
  await stopSilentScans(deps.db, now)
  const { scan, begun } = await beginOrJoin(deps.db, now, caller, passes.processId)
  if (begun) passes.start((signal) => read(deps, caller, scan.scanId, signal))
  return scan
}

async function read(deps: InventoryDeps, caller: Caller, scanId: string, signal: AbortSignal): Promise<void> {
  const { arm, clock, db, directory, logger, pace, timer } = deps
  const pacer = createPacer({ pace, clock, timer, signal, onThrottled: () => beat() })
  const record = createPassRecord({ db, clock, scanId, waitingUntil: () => pacer.waitingUntil() })
  const beat = () => {
    record
      .flush()
      .catch((error: unknown) => logger.warn({ err: error, scanId }, 'a pass cannot tell its progress'))
  }
  const heartbeat = setInterval(beat, heartbeatMs)
  try {
    await runPass({ arm, caller, directory, pacer, record })
    await record.flush()
    await finishScan(db, new Date(clock.now()), caller, scanId)
  } catch (error) {
    if (!signal.aborted && !isOfThePerson(error)) logger.error({ err: error, scanId }, 'a pass failed')
    await record.flush()
    await stopScan(db, new Date(clock.now()), scanId, reasonOf(error, signal))
  } finally {
    clearInterval(heartbeat)
  }
}

function isOfThePerson(error: unknown): error is PortalError {
  return error instanceof PortalError
}

function reasonOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'The portal was shut down while it read. Start again.'
  if (!isOfThePerson(error)) return 'The portal met a fault of its own. Start again.'
  if (error.code === 'SESSION_ENDED')
    return 'Your sign-in ended while the portal read. Sign in and start again.'
  if (error.code === 'STEP_UP_REQUIRED') {
    return 'Azure wants you to sign in again before it shows more. Sign in and start again.'
  }
  return error.detail
}
