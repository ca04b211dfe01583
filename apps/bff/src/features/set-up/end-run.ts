import type { SetUpRunState, SetUpStopReason } from '@trustwright/shared-schemas'
import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { setUpRun, setUpStep } from '../../db/schema-set-up.ts'

/** A run that has given no sign of life for so long belonged to a process that is gone. */
export const silentMs = 10_000

export interface RunEnd {
  readonly state: Exclude<SetUpRunState, 'running'>
  readonly stopReason: SetUpStopReason | null
  readonly stoppedBecause: string | null
}

/**
 * Ends a run, if it is still in this turn. Steps under way are left to be done; one that was sent to Azure is read before
 * it is written again.
 */
export async function endRun(
  db: Database,
  now: Date,
  { runId, turn }: { readonly runId: string; readonly turn: number },
  end: RunEnd,
): Promise<void> {
  await db.transaction(async (tx) => {
    const [run] = await tx
      .update(setUpRun)
      .set({ ...end, finishedAt: now, stopWanted: false, change: sql`${setUpRun.change} + 1` })
      .where(and(eq(setUpRun.runId, runId), eq(setUpRun.turn, turn), eq(setUpRun.state, 'running')))
      .returning({ change: setUpRun.change })
    if (run === undefined) return
    await tx
      .update(setUpStep)
      .set({ state: 'pending', waitingUntil: null, detail: null, change: run.change })
      .where(and(eq(setUpStep.runId, runId), inArray(setUpStep.state, ['running', 'waiting'])))
  })
}

export const restarted: RunEnd = {
  state: 'stopped',
  stopReason: 'restart',
  stoppedBecause: 'The portal was restarted while it worked. Resume it: nothing is made twice.',
}

/** Runs whose process is gone. */
export async function stopSilentRuns(db: Database, now: Date): Promise<void> {
  const silent = await db
    .select({ runId: setUpRun.runId, turn: setUpRun.turn })
    .from(setUpRun)
    .where(and(eq(setUpRun.state, 'running'), lt(setUpRun.heartbeatAt, new Date(now.getTime() - silentMs))))
  for (const run of silent) await endRun(db, now, run, restarted)
}
