import type {
  PlannedItem,
  PlannedParent,
  SetUpDryRun,
  SetUpItem,
  SetUpRequest,
  SetUpVerdict,
} from '@trustwright/shared-schemas'
import { limits } from '@trustwright/shared-schemas'
import type { Caller } from '../../ports.ts'
import { estimateSeconds } from '../../domain/estimate.ts'
import { createStepGuard } from './guard-steps.ts'
import { judgeAll } from './judge-all.ts'
import { judgeRows } from './judge-rows.ts'
import type { Judgement } from './judge-step.ts'
import { lookUpRows } from './look-up-rows.ts'
import { lookAtAll, type LookAllDeps } from './look-at-all.ts'
import { notLookedAt, type ParentLook } from './look-at-parent.ts'
import { beginLooking, type KeptLooks } from './looking.ts'
import { parentKeyOf } from './parent-key.ts'
import { planSteps, type PlannedRow } from './plan-steps.ts'
import type { SetUpDeps } from './set-up-deps.ts'

export interface DryRunDeps
  extends LookAllDeps, Pick<SetUpDeps, 'cloud' | 'github' | 'guardrails' | 'pace' | 'regionsWithoutTrusts'> {
  readonly keptLooks: KeptLooks
}

/**
 * Reads each identity and application that the rows name once, and says what a run would do. Nothing is written. Where time
 * runs out, the rest is told as unread, and the same question goes on from there.
 */
export async function dryRunSetUp(
  deps: DryRunDeps,
  caller: Caller,
  request: SetUpRequest,
): Promise<SetUpDryRun> {
  const { items: rows, draftId } = request
  const { items, refused } = judgeRows(rows, deps.regionsWithoutTrusts, {
    cloud: deps.cloud,
    github: await lookUpRows(deps, caller, rows),
    tenantId: caller.tenantId,
  })
  const rowsOf = Map.groupBy(items, ({ parent }) => parentKeyOf(parent))
  const looking = deps.keptLooks.take(caller, request) ?? beginLooking(deps.arm, caller)
  await lookAtAll(deps, caller, looking, { items, rowsOf, draftId })
  const { parents } = looking
  const unread = rowsOf.size - parents.size
  if (unread > 0) deps.keptLooks.keep(caller, request, looking)
  const steps = planSteps(draftId ?? 'dry-run', items)
  const byItem = Map.groupBy(steps, ({ itemOrdinal }) => itemOrdinal)
  const judged = await judgeAll(
    looking,
    steps,
    createStepGuard(deps.arm, caller, await deps.guardrails.guard(caller)),
  )
  return {
    refused: [...refused],
    items: items.map(({ key }, index) => planItem(key, byItem.get(index + 1) ?? [], judged)),
    parents: [...rowsOf].map(([key, of]) => describeParent(of, parents.get(key) ?? notLookedAt)),
    counts: countVerdicts(judged),
    unread,
    seconds: estimateSeconds(writesOf(steps, judged), deps.pace),
  }
}

function countVerdicts(judged: ReadonlyMap<number, Judgement>): Record<SetUpVerdict, number> {
  const counts = { create: 0, 'already-there': 0, conflict: 0, refused: 0, unknown: 0 }
  for (const { verdict } of judged.values()) counts[verdict] += 1
  return counts
}

function planItem(
  key: string,
  steps: readonly PlannedRow[],
  judged: ReadonlyMap<number, Judgement>,
): PlannedItem {
  return {
    key,
    steps: steps.map(({ ordinal, name, payload }) => {
      const { verdict, problem } = judged.get(ordinal) ?? { verdict: 'unknown', problem: null }
      return {
        kind: payload.kind,
        name,
        verdict,
        code: problem?.code ?? null,
        detail: problem?.detail ?? null,
      }
    }),
  }
}

function describeParent(
  of: readonly SetUpItem[],
  { exists, stored, write, problem }: ParentLook,
): PlannedParent {
  const [first] = of
  if (first === undefined) throw new Error('A parent without a row')
  return {
    parent: first.parent,
    keys: of.map(({ key }) => key),
    exists,
    trustsStored: stored?.length ?? null,
    trustsToAdd: of.reduce((sum, { trusts }) => sum + trusts.length, 0),
    slotsLeft: stored && Math.max(0, limits.trustsPerIdentity - stored.length),
    write,
    problem: problem && { code: problem.code, detail: problem.detail, nextStep: problem.nextStep },
  }
}

/** Steps that a run would write, by parent. */
function writesOf(steps: readonly PlannedRow[], judged: ReadonlyMap<number, Judgement>): Map<string, number> {
  const writes = new Map<string, number>()
  for (const { ordinal, parentKey } of steps) {
    const verdict = judged.get(ordinal)?.verdict
    if (verdict === 'create' || verdict === 'unknown') writes.set(parentKey, (writes.get(parentKey) ?? 0) + 1)
  }
  return writes
}
