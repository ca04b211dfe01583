import { toStorable } from '../../domain/credential-values.ts'
import type { StoredCredential } from '../../ports.ts'
import { createDryNeeds, type DryNeeds } from './dry-needs.ts'
import { roleKeyOf } from './give-role.ts'
import { groupKeyOf } from './group-plan.ts'
import { judgeProblem, judgeStep, type Judgement } from './judge-step.ts'
import { judgeGroup } from './look-at-group.ts'
import { notLookedAt } from './look-at-parent.ts'
import type { Looking } from './looking.ts'
import type { StepGuard } from './guard-steps.ts'
import type { PlannedRow, StepPayload } from './plan-steps.ts'

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
  guard: StepGuard,
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
      return await looking.roles.judge(role, look.principalId)
    }
    const judge = async () =>
      payload.kind === 'role' ? await judgeRole(payload.role) : judgeStep(payload, look, stored)
    const judgement =
      needs.against(payload.kind, itemOrdinal) ??
      (await unlessGuarded(await judge(), { parentKey, payload }, guard))
    if (judgement.verdict === 'create') noteFuture(future, payload)
    needs.note(payload.kind, judgement)
    judged.set(ordinal, judgement)
  }
  return judged
}

/** The portal's own rules count where Azure would make it. */
async function unlessGuarded(
  judgement: Judgement,
  step: Pick<PlannedRow, 'parentKey' | 'payload'>,
  guard: StepGuard,
): Promise<Judgement> {
  if (judgement.verdict !== 'create') return judgement
  const problem = await guard.against(step)
  return problem === null ? judgement : { verdict: 'refused', problem }
}

/** Later rows meet what earlier ones would make. */
function noteFuture({ given, stored }: Future, payload: StepPayload): void {
  if (payload.kind === 'role') given.add(roleKeyOf(payload.role))
  if (payload.kind !== 'trust') return
  const { name, ...asked } = payload.trust
  stored.push({ id: '', name, ...toStorable(asked) })
}

const unread: Judgement = { verdict: 'unknown', problem: notLookedAt.problem }
