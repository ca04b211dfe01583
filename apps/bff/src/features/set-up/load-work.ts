import { asc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { setUpItem, setUpStep } from '../../db/schema-set-up.ts'
import type { LoadedStep, ParentWork } from './active-run.ts'
import type { StepPayload } from './plan-steps.ts'
import type { Turn } from './step-record.ts'

interface Growing extends ParentWork {
  readonly rows: LoadedStep[][]
}

/** The work of a turn by identity and application, in the order of their first rows; without those that have none. */
export async function loadWork(db: Database, { runId, turn }: Turn): Promise<ParentWork[]> {
  const items = await db
    .select({ ordinal: setUpItem.ordinal, parent: setUpItem.parent })
    .from(setUpItem)
    .where(eq(setUpItem.runId, runId))
  const parents = new Map(items.map(({ ordinal, parent }) => [ordinal, parent]))
  const steps = await db
    .select()
    .from(setUpStep)
    .where(eq(setUpStep.runId, runId))
    .orderBy(asc(setUpStep.ordinal))
  const works = new Map<string, Growing>()
  for (const step of steps) {
    const { itemOrdinal, parentKey } = step
    const parent = parents.get(itemOrdinal)
    if (parent === undefined) throw new Error(`The row of step ${step.ordinal} is missing`)
    const work = works.get(parentKey) ?? { parent, parentKey, rows: [] }
    works.set(parentKey, work)
    const loaded: LoadedStep = {
      ...step,
      // Written by `planSteps`, and by nobody else.
      payload: step.payload as StepPayload,
      chosen: step.turn === turn && step.state === 'pending',
    }
    const row = work.rows.at(-1)
    if (row?.[0]?.itemOrdinal === itemOrdinal) row.push(loaded)
    else work.rows.push([loaded])
  }
  return [...works.values()].filter(({ rows }) => rows.some((row) => row.some(({ chosen }) => chosen)))
}
