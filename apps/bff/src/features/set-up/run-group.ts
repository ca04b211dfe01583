import { parseResourceId } from '../../domain/resource-ids.ts'
import type { ActiveRun, ParentWork } from './active-run.ts'
import { groupKeyOf } from './group-plan.ts'
import { createParentFacts } from './parent-facts.ts'
import { settleStep } from './settle-step.ts'

/** What became of a resource group. */
export interface GroupEnd {
  readonly isThere: boolean
  /** It was made a short while ago, so parts of Azure may not know it yet. */
  isNew(): boolean
}

/** The one step of a resource group. */
export async function runGroup(run: ActiveRun, work: ParentWork): Promise<GroupEnd> {
  const facts = createParentFacts(run, work, () => false)
  let isThere = true
  for (const step of work.rows.flat()) isThere = (await settleStep(run, facts, step, false)) && isThere
  return { isThere, isNew: () => facts.isNew() }
}

/** Key of the group that the work's identity is made in; null where it makes none. */
export function groupOf({ rows }: ParentWork): string | null {
  for (const { payload } of rows.flat()) if (payload.kind === 'identity') return groupKeyOf(payload.path)
  return null
}

/** Keys of the groups that its roles are given on, or in. */
export function groupsOfRoles({ rows }: ParentWork): Set<string> {
  const keys = new Set<string>()
  for (const { payload } of rows.flat()) {
    const parts = payload.kind === 'role' ? parseResourceId(payload.role.scope) : null
    if (parts !== null) keys.add(groupKeyOf(parts))
  }
  return keys
}
