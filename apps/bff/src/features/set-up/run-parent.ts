import type { ActiveRun, ParentWork } from './active-run.ts'
import { createNeeds } from './needs.ts'
import { createParentFacts } from './parent-facts.ts'
import type { GroupEnd } from './run-group.ts'
import { settleStep } from './settle-step.ts'

/**
 * The steps of one identity or application, row by row. What could not be made holds back only what needs it. `group` is what
 * became of the resource group that the run makes for it; null where it makes none.
 */
export async function runParent(run: ActiveRun, work: ParentWork, group: GroupEnd | null): Promise<void> {
  const facts = createParentFacts(run, work, () => group?.isNew() ?? false)
  const needs = createNeeds()
  if (group?.isThere === false) needs.miss('resource-group')
  for (const row of work.rows) {
    needs.nextRow()
    for (const step of row) {
      const isGood = await settleStep(run, facts, step, needs.areMissing(step.payload.kind))
      if (!isGood) needs.miss(step.payload.kind)
    }
  }
}
