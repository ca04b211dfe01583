import { asc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { setUpItem, setUpStep } from '../../db/schema-set-up.ts'
import type { LoadedStep, ParentWork } from './active-run.ts'
import type { StepPayload } from './plan-steps.ts'
import type { Turn } from './step-record.ts'

interface Growing extends ParentWork {
  readonly rows: LoadedStep[][]
}

export interface Work {
  /** Resource groups by their keys; all of them, since identities wait for what became of theirs. */
  readonly groups: ReadonlyMap<string, ParentWork>
  /** Identities and applications in the order of their first rows; without those that have nothing to be done. */
  readonly parents: readonly ParentWork[]
}

/** The work of a turn. */
export async function loadWork(db: Database, { runId, turn }: Turn): Promise<Work> {
  const items = await db
    .select({ ordinal: setUpItem.ordinal, parent: setUpItem.parent })
    .from(setUpItem)
    .where(eq(setUpItem.runId, runId))
  const parentOf = new Map(items.map(({ ordinal, parent }) => [ordinal, parent]))
  const steps = await db
    .select()
    .from(setUpStep)
    .where(eq(setUpStep.runId, runId))
    .orderBy(asc(setUpStep.ordinal))
  const works = new Map<string, Growing>()
  for (const step of steps) {
    const { itemOrdinal, parentKey } = step
    const parent = parentOf.get(itemOrdinal)
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
  const groups = new Map<string, ParentWork>()
  const parents: ParentWork[] = []
  for (const [key, work] of works) {
    const own = work.rows.flat()
    if (own.some(({ payload }) => payload.kind === 'resource-group')) groups.set(key, work)
    else if (own.some(({ chosen }) => chosen)) parents.push(work)
  }
  return { groups, parents }
}
