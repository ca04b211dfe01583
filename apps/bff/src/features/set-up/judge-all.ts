import type { StoredCredential } from '../../ports.ts'
import { createDryNeeds, type DryNeeds } from './dry-needs.ts'
import { roleKeyOf } from './give-role.ts'
import { groupKeyOf } from './group-plan.ts'
import { judgeProblem, judgeStep, type Judgement } from './judge-step.ts'
import { judgeGroup } from './look-at-group.ts'
import { notLookedAt } from './look-at-parent.ts'
import type { Looking } from './looking.ts'
import type { PlannedRow } from './plan-steps.ts'

/** What one identity or application would have, and lack, after the steps so far. */
interface Future {
  readonly stored: StoredCredential[]
  readonly given: Set<string>
  readonly needs: DryNeeds
}

/** Judgements of all steps by their ordinals. Errors of the person's session are thrown. */
export async function judgeAll(
  looking: Looking,
  steps: readonly PlannedRow[],
): Promise<Map<number, Judgement>> {
  const judged = new Map<number, Judgement>()
  const futures = new Map<string, Future>()
  const groups = new Map<string, Judgement>()
  for (const { ordinal, itemOrdinal, parentKey, payload } of steps) {
    if (payload.kind === 'resource-group') {
      const look = await looking.groups.get(parentKey)
      const judgement = look ? judgeGroup(payload.group, look) : unread
      groups.set(parentKey, judgement)
      judged.set(ordinal, judgement)
      continue
    }
    const look = looking.parents.get(parentKey) ?? notLookedAt
    const future = futures.get(parentKey) ?? {
      stored: [...(look.stored ?? [])],
      given: new Set(),
      needs: createDryNeeds(),
    }
    futures.set(parentKey, future)
    const { given, needs, stored } = future
    if (payload.kind === 'identity') needs.standOn(groups.get(groupKeyOf(payload.path)))
    const judgeRole = async (role: Extract<typeof payload, { kind: 'role' }>['role']): Promise<Judgement> => {
      if (look.problem !== null) return judgeProblem(look.problem)
      if (given.has(roleKeyOf(role))) return { verdict: 'already-there', problem: null }
      const judgement = await looking.roles.judge(role, look.principalId)
      if (judgement.verdict === 'create') given.add(roleKeyOf(role))
      return judgement
    }
    const judge = async () =>
      payload.kind === 'role' ? await judgeRole(payload.role) : judgeStep(payload, look, stored)
    const judgement = needs.against(payload.kind, itemOrdinal) ?? (await judge())
    needs.note(payload.kind, judgement)
    judged.set(ordinal, judgement)
  }
  return judged
}

const unread: Judgement = { verdict: 'unknown', problem: notLookedAt.problem }
