import type { SetUpStepState } from '@trustwright/shared-schemas'
import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { setUpRun, setUpStep } from '../../db/schema-set-up.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { demandRoom } from './begin-run.ts'
import { ownRun } from './own-run.ts'

/** What is done again. A step that was under way when its process died is read before it is written. */
const chosen: Readonly<Record<'left' | 'failed', readonly SetUpStepState[]>> = {
  left: ['pending', 'running', 'waiting', 'unknown'],
  failed: ['failed', 'conflict', 'unknown', 'cancelled'],
}

/**
 * Gives the run its next turn, in the person's present session; returns its number. Throws SET_UP_NOT_FOUND,
 * SET_UP_RUNNING, SET_UP_NOTHING_LEFT, SET_UP_LIMIT_REACHED.
 */
export async function resumeRun(
  db: Database,
  now: Date,
  caller: Caller,
  { runId, only }: { readonly runId: string; readonly only: 'left' | 'failed' },
): Promise<number> {
  return db.transaction(async (tx) => {
    const [run] = await tx.select().from(setUpRun).where(ownRun(caller, runId)).for('update')
    if (run === undefined) throw new PortalError('SET_UP_NOT_FOUND')
    if (run.state === 'running') throw new PortalError('SET_UP_RUNNING')
    await demandRoom(tx, caller)
    const turn = run.turn + 1
    const change = run.change + 1
    await tx.update(setUpStep).set({ turn: null }).where(eq(setUpStep.runId, runId))
    const again = await tx
      .update(setUpStep)
      .set({ turn, change, state: 'pending', ...nothingTold })
      .where(and(eq(setUpStep.runId, runId), inArray(setUpStep.state, [...chosen[only]])))
      .returning({ ordinal: setUpStep.ordinal })
    if (again.length === 0) throw new PortalError('SET_UP_NOTHING_LEFT')
    await tx
      .update(setUpRun)
      .set({
        turn,
        change,
        state: 'running',
        stopReason: null,
        stoppedBecause: null,
        stopWanted: false,
        heartbeatAt: now,
        finishedAt: null,
        sessionId: caller.sessionId,
      })
      .where(eq(setUpRun.runId, runId))
    return turn
  })
}

export const nothingTold = {
  code: null,
  detail: null,
  nextStep: null,
  missing: null,
  waitingUntil: null,
  finishedAt: null,
  startedAt: null,
} as const
