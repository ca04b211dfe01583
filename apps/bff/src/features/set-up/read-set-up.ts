import type { SetUpRunPage, SetUpStep } from '@trustwright/shared-schemas'
import { and, asc, eq, exists, gt, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { setUpItem, setUpStep } from '../../db/schema-set-up.ts'
import type { Caller } from '../../ports.ts'
import { stopSilentRuns } from './end-run.ts'
import { findRun } from './find-run.ts'
import type { SetUpDeps } from './set-up-deps.ts'
import { toStep } from './to-step.ts'

interface Wanted {
  readonly runId: string
  /** Ordinal of the last row that the reader has. */
  readonly after: number
  readonly limit: number
  readonly only: 'all' | 'problems'
}

/** Progress first, rows second: what changed between is in the next event, never lost. */
export async function readSetUp(
  deps: SetUpDeps,
  caller: Caller,
  { runId, after, limit, only }: Wanted,
): Promise<SetUpRunPage> {
  const { clock, db } = deps
  await stopSilentRuns(db, new Date(clock.now()))
  const run = await findRun(deps, caller, runId)
  const { ordinal, key, parent } = setUpItem
  const items = await db
    .select({ ordinal, key, parent })
    .from(setUpItem)
    .where(
      and(
        eq(setUpItem.runId, runId),
        gt(ordinal, after),
        ...(only === 'problems' ? [exists(problemsOfItem(db))] : []),
      ),
    )
    .orderBy(asc(ordinal))
    .limit(limit)
  const steps = await stepsOf(
    db,
    runId,
    items.map((item) => item.ordinal),
  )
  return {
    run,
    items: items.map((item) => ({ ...item, steps: steps.get(item.ordinal) ?? [] })),
    nextAfter: items.at(-1)?.ordinal ?? after,
  }
}

function problemsOfItem(db: Database) {
  return db
    .select({ ordinal: setUpStep.ordinal })
    .from(setUpStep)
    .where(
      and(
        eq(setUpStep.runId, setUpItem.runId),
        eq(setUpStep.itemOrdinal, setUpItem.ordinal),
        inArray(setUpStep.state, ['failed', 'conflict', 'unknown', 'cancelled']),
      ),
    )
}

async function stepsOf(db: Database, runId: string, items: number[]): Promise<Map<number, SetUpStep[]>> {
  const steps = new Map<number, SetUpStep[]>()
  if (items.length === 0) return steps
  const rows = await db
    .select()
    .from(setUpStep)
    .where(and(eq(setUpStep.runId, runId), inArray(setUpStep.itemOrdinal, items)))
    .orderBy(asc(setUpStep.ordinal))
  for (const row of rows) steps.set(row.itemOrdinal, [...(steps.get(row.itemOrdinal) ?? []), toStep(row)])
  return steps
}
