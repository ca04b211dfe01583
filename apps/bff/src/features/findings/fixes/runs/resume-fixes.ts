import type { FixItemState } from '@trustwright/shared-schemas'
import { and, eq, inArray, lt } from 'drizzle-orm'
import type { Database } from '../../../../db/database.ts'
import { fixItem, fixRun } from '../../../../db/schema-fixes.ts'
import { PortalError } from '../../../../errors.ts'
import type { Caller } from '../../../../ports.ts'
import { demandAlone } from './begin-fixes.ts'
import { ownFixRun, silentMs, type FixTurn } from './fix-record.ts'

const again: Readonly<Record<'left' | 'failed', readonly FixItemState[]>> = {
  left: ['pending', 'running', 'waiting', 'unknown'],
  failed: ['failed', 'conflict', 'unknown'],
}

/** Gives the run its next turn. Throws FIX_RUN_NOT_FOUND, FIX_RUNNING, FIX_LIMIT_REACHED. */
export async function resumeFixes(
  db: Database,
  now: Date,
  caller: Caller,
  { runId, only }: { readonly runId: string; readonly only: 'left' | 'failed' },
): Promise<FixTurn> {
  return db.transaction(async (tx) => {
    const [run] = await tx.select().from(fixRun).where(ownFixRun(caller, runId)).for('update')
    if (run === undefined) throw new PortalError('FIX_RUN_NOT_FOUND')
    if (run.state === 'running') throw new PortalError('FIX_RUNNING')
    await demandAlone(tx, caller)
    const turn = run.turn + 1
    await tx.update(fixItem).set({ chosen: false }).where(eq(fixItem.runId, runId))
    await tx
      .update(fixItem)
      .set({ chosen: true, state: 'pending', code: null, detail: null, nextStep: null, missing: null })
      .where(and(eq(fixItem.runId, runId), inArray(fixItem.state, [...again[only]])))
    await tx
      .update(fixRun)
      .set({
        turn,
        state: 'running',
        stoppedBecause: null,
        stopWanted: false,
        heartbeatAt: now,
        finishedAt: null,
      })
      .where(eq(fixRun.runId, runId))
    return { runId, turn }
  })
}

/** The next turn of a run whose process gives no sign of life any more; null where it lives, or somebody else took it up. */
export async function takeUp(
  db: Database,
  now: Date,
  caller: Caller,
  { runId, turn }: FixTurn,
): Promise<FixTurn | null> {
  const silent = new Date(now.getTime() - silentMs)
  const [run] = await db
    .update(fixRun)
    .set({ turn: turn + 1, heartbeatAt: now })
    .where(
      and(
        ownFixRun(caller, runId),
        eq(fixRun.turn, turn),
        eq(fixRun.state, 'running'),
        lt(fixRun.heartbeatAt, silent),
      ),
    )
    .returning({ turn: fixRun.turn })
  return run === undefined ? null : { runId, turn: run.turn }
}
