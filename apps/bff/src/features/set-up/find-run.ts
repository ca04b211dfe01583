import type { SetUpCounts, SetUpRun, SetUpStepState } from '@trustwright/shared-schemas'
import { and, count, eq, gt, inArray, max } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { setUpRun, setUpStep } from '../../db/schema-set-up.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { estimateSeconds } from '../../domain/estimate.ts'
import { ownRun } from './own-run.ts'
import type { SetUpDeps } from './set-up-deps.ts'

type Deps = Pick<SetUpDeps, 'clock' | 'db' | 'pace'>
type Row = typeof setUpRun.$inferSelect

/** Throws SET_UP_NOT_FOUND where it is not the person's own. */
export async function findRun(deps: Deps, caller: Caller, runId: string): Promise<SetUpRun> {
  const [row] = await deps.db.select().from(setUpRun).where(ownRun(caller, runId))
  if (row === undefined) throw new PortalError('SET_UP_NOT_FOUND')
  return describeRun(deps, row)
}

/** The run with its progress. */
export async function describeRun({ clock, db, pace }: Deps, row: Row): Promise<SetUpRun> {
  const { runId } = row
  const now = clock.now()
  const isRunning = row.state === 'running'
  const [counts, stepsPerMinute, left] = await Promise.all([
    countStates(db, runId),
    countEnded(db, runId, new Date(now - 60_000)),
    isRunning ? countLeft(db, row) : null,
  ])
  const wait = left?.waitingUntil ?? null
  const waitSeconds = wait === null ? 0 : Math.max(0, Math.ceil((wait.getTime() - now) / 1000))
  return {
    runId,
    state: row.state,
    stopReason: row.stopReason,
    stoppedBecause: row.stoppedBecause,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    itemCount: row.itemCount,
    counts,
    secondsLeft: left && Math.max(estimateSeconds(left.stepsOf, pace), waitSeconds),
    stepsPerMinute,
    waitingUntil: wait?.toISOString() ?? null,
    change: row.change,
  }
}

async function countStates(db: Database, runId: string): Promise<SetUpCounts> {
  const rows = await db
    .select({ state: setUpStep.state, steps: count() })
    .from(setUpStep)
    .where(eq(setUpStep.runId, runId))
    .groupBy(setUpStep.state)
  const found = new Map(rows.map(({ state, steps }) => [state, steps]))
  const of = (state: SetUpStepState) => found.get(state) ?? 0
  return {
    pending: of('pending'),
    running: of('running'),
    waiting: of('waiting'),
    done: of('done'),
    'already-there': of('already-there'),
    failed: of('failed'),
    conflict: of('conflict'),
    unknown: of('unknown'),
    cancelled: of('cancelled'),
  }
}

async function countEnded(db: Database, runId: string, since: Date): Promise<number> {
  const [row] = await db
    .select({ steps: count() })
    .from(setUpStep)
    .where(and(eq(setUpStep.runId, runId), gt(setUpStep.finishedAt, since)))
  return row?.steps ?? 0
}

interface Left {
  readonly stepsOf: ReadonlyMap<string, number>
  readonly waitingUntil: Date | null
}

async function countLeft(db: Database, { runId, turn }: Row): Promise<Left> {
  const rows = await db
    .select({ key: setUpStep.parentKey, steps: count(), waitingUntil: max(setUpStep.waitingUntil) })
    .from(setUpStep)
    .where(
      and(
        eq(setUpStep.runId, runId),
        eq(setUpStep.turn, turn),
        inArray(setUpStep.state, ['pending', 'running', 'waiting']),
      ),
    )
    .groupBy(setUpStep.parentKey)
  const waits = rows.flatMap(({ waitingUntil }) => (waitingUntil === null ? [] : [waitingUntil.getTime()]))
  return {
    stepsOf: new Map(rows.map(({ key, steps }) => [key, steps])),
    waitingUntil: waits.length === 0 ? null : new Date(Math.max(...waits)),
  }
}
