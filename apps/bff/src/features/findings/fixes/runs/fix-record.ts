import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../../../db/database.ts'
import { fixItem, fixRun } from '../../../../db/schema-fixes.ts'
import type { Caller, Clock } from '../../../../ports.ts'

export type FixRunRow = typeof fixRun.$inferSelect
export type FixItemRow = typeof fixItem.$inferSelect

/** The run was taken over by a newer turn: whoever worked on it writes no more. */
export class FixRunLost extends Error {
  override readonly name = 'FixRunLost'
}

/** A run that has given no sign of life for so long belonged to a process that is gone. */
export const silentMs = 10_000

export interface FixTurn {
  readonly runId: string
  readonly turn: number
}

export function ownFixRun({ tenantId, objectId }: Caller, runId?: string): SQL | undefined {
  return and(
    eq(fixRun.tenantId, tenantId),
    eq(fixRun.ownerObjectId, objectId),
    runId === undefined ? undefined : eq(fixRun.runId, runId),
  )
}

export function inTurn({ runId, turn }: FixTurn): SQL | undefined {
  return and(eq(fixRun.runId, runId), eq(fixRun.turn, turn), eq(fixRun.state, 'running'))
}

/** Sign of life; true where the person wants the run to stop. Throws FixRunLost. */
export async function beat(db: Pick<Database, 'update'>, clock: Clock, turn: FixTurn): Promise<boolean> {
  const [run] = await db
    .update(fixRun)
    .set({ heartbeatAt: new Date(clock.now()) })
    .where(inTurn(turn))
    .returning({ stopWanted: fixRun.stopWanted })
  if (run === undefined) throw new FixRunLost()
  return run.stopWanted
}

/** Writes what became of an item, and a sign of life. Throws FixRunLost. */
export async function noteItem(
  db: Database,
  clock: Clock,
  turn: FixTurn,
  ordinal: number,
  change: Partial<typeof fixItem.$inferInsert>,
): Promise<void> {
  await db.transaction(async (tx) => {
    await beat(tx, clock, turn)
    await tx
      .update(fixItem)
      .set(change)
      .where(and(eq(fixItem.runId, turn.runId), eq(fixItem.ordinal, ordinal)))
  })
}

export interface FixRunEnd {
  readonly state: 'stopped' | 'paused' | 'finished'
  readonly stoppedBecause: string | null
}

/** Ends a run, if it is still in this turn. What was under way is read again before it is written again. */
export async function endFixRun(db: Database, now: Date, turn: FixTurn, end: FixRunEnd): Promise<void> {
  await db.transaction(async (tx) => {
    const ended = await tx
      .update(fixRun)
      .set({ ...end, finishedAt: now, stopWanted: false })
      .where(inTurn(turn))
      .returning({ runId: fixRun.runId })
    if (ended.length === 0) return
    await tx
      .update(fixItem)
      .set({ state: 'pending', waitingUntil: null, detail: null })
      .where(and(eq(fixItem.runId, turn.runId), sql`${fixItem.state} in ('running', 'waiting')`))
  })
}
