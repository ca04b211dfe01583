import { count, eq, and, inArray } from 'drizzle-orm'
import { setUpRun, setUpStep } from '../../db/schema-set-up.ts'
import { underApproval } from '../../domain/approval.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { endRun, restarted, type RunEnd } from './end-run.ts'
import { runSetUp } from './run-set-up.ts'
import { StopRun, type RunningRuns } from '../../domain/running-runs.ts'
import type { SetUpDeps } from './set-up-deps.ts'
import { createStepRecord, RunLost, type Turn } from './step-record.ts'
import type { WritePace } from '../../domain/write-pace.ts'

const heartbeatMs = 2000

/** What the operations of this feature share. */
export interface SetUpParts {
  readonly deps: SetUpDeps
  readonly running: RunningRuns
  readonly writePace: WritePace
}

/** Works on a turn of a run in the background, and writes down how it ended. */
export function workOnRun({ deps, running, writePace }: SetUpParts, caller: Caller, turn: Turn): void {
  running.start(turn.runId, async (signal, stop) => {
    const { clock, db, logger } = deps
    const record = createStepRecord(db, clock, turn)
    const heartbeat = setInterval(() => {
      record.beat().then(
        (stopWanted) => stopWanted && stop(new StopRun('person')),
        (error: unknown) => {
          if (error instanceof RunLost) stop(error)
          else logger.warn({ err: error, runId: turn.runId }, 'a set-up cannot tell that it lives')
        },
      )
    }, heartbeatMs)
    let end: RunEnd
    try {
      const writing = await writingParts(deps, turn)
      await runSetUp({ ...writing, caller, lookedUp: new Set(), record, signal, writePace }, turn)
      end = await endOfWork(deps, turn)
    } catch (error) {
      if (error instanceof RunLost || signal.reason instanceof RunLost) return
      end = endBy(error, signal)
      if (end.stopReason === 'fault') logger.error({ err: error, runId: turn.runId }, 'a set-up failed')
    } finally {
      clearInterval(heartbeat)
    }
    await endRun(db, new Date(clock.now()), turn, end)
  })
}

/** Of a run that somebody else asked for, everything that it writes tells so. */
async function writingParts(deps: SetUpDeps, { runId }: Turn): Promise<SetUpDeps> {
  const [run] = await deps.db
    .select({ approval: setUpRun.approval })
    .from(setUpRun)
    .where(eq(setUpRun.runId, runId))
  const approval = run?.approval ?? null
  return approval === null ? deps : underApproval(deps, approval)
}

async function endOfWork({ db }: SetUpDeps, { runId }: Turn): Promise<RunEnd> {
  const [left] = await db
    .select({ steps: count() })
    .from(setUpStep)
    .where(and(eq(setUpStep.runId, runId), inArray(setUpStep.state, ['pending', 'running', 'waiting'])))
  if ((left?.steps ?? 0) === 0) return { state: 'finished', stopReason: null, stoppedBecause: null }
  const stoppedBecause = 'What had failed was tried again. The rest is left: resume it.'
  return { state: 'stopped', stopReason: 'person', stoppedBecause }
}

function endBy(error: unknown, signal: AbortSignal): RunEnd {
  const why: unknown = signal.aborted ? signal.reason : error
  if (why instanceof StopRun) {
    if (why.by === 'restart') return restarted
    const stoppedBecause = 'You stopped it. Go on when you like: nothing is made twice.'
    return { state: 'stopped', stopReason: 'person', stoppedBecause }
  }
  if (why instanceof PortalError && (why.code === 'SESSION_ENDED' || why.code === 'STEP_UP_REQUIRED')) {
    const stoppedBecause =
      why.code === 'SESSION_ENDED'
        ? 'Your sign-in ended while the portal worked. Sign in again, then resume it.'
        : 'Azure wants you to sign in again before it goes on. Sign in again, then resume it.'
    return { state: 'paused', stopReason: 'sign-in', stoppedBecause }
  }
  const stoppedBecause =
    'The portal met a fault of its own, or lost its database. Resume it: nothing is made twice.'
  return { state: 'stopped', stopReason: 'fault', stoppedBecause }
}
