import type {
  PlannedItem,
  PlannedParent,
  SetUpDryRun,
  SetUpItem,
  SetUpRequest,
  SetUpVerdict,
} from '@trustwright/shared-schemas'
import { limits } from '@trustwright/shared-schemas'
import { eachOf } from '../../domain/each-of.ts'
import type { Caller, StoredCredential } from '../../ports.ts'
import { createDryNeeds, type DryNeeds } from './dry-needs.ts'
import { estimateSeconds } from './estimate.ts'
import { judgeRows } from './judge-rows.ts'
import { judgeStep, type Judgement } from './judge-step.ts'
import { lookAtParent, notLookedAt, type LookDeps, type ParentLook } from './look-at-parent.ts'
import { parentKeyOf } from './parent-key.ts'
import { planSteps, type PlannedRow } from './plan-steps.ts'
import { createRoleLooks } from './role-looks.ts'
import type { SetUpDeps } from './set-up-deps.ts'
import type { SetUpParts } from './work-on-run.ts'

const looksAtOnce = 6
const lookingMs = 40_000

/** Reads each identity and application once, and says what a run would do. Nothing is written. */
export async function dryRunSetUp(
  { deps, writePace }: Pick<SetUpParts, 'deps' | 'writePace'>,
  caller: Caller,
  { items: rows, draftId }: SetUpRequest,
): Promise<SetUpDryRun> {
  const { items, refused } = judgeRows(rows, deps.regionsWithoutTrusts)
  const groups = Map.groupBy(items, ({ parent }) => parentKeyOf(parent))
  const looks = await lookAtAll({ deps, writePace }, caller, { groups, draftId })
  const steps = planSteps(draftId ?? 'dry-run', items)
  const byItem = Map.groupBy(steps, ({ itemOrdinal }) => itemOrdinal)
  const judged = await judgeAll(deps, caller, looks, steps)
  const counts: Record<SetUpVerdict, number> = {
    create: 0,
    'already-there': 0,
    conflict: 0,
    refused: 0,
    unknown: 0,
  }
  for (const { verdict } of judged.values()) counts[verdict] += 1
  return {
    refused: [...refused],
    items: items.map(({ key }, index) => planItem(key, byItem.get(index + 1) ?? [], judged)),
    parents: [...groups].map(([key, of]) => describeParent(of, looks.get(key) ?? notLookedAt)),
    counts,
    seconds: estimateSeconds(writesOf(steps, judged), deps.pace),
  }
}

interface Groups {
  readonly groups: ReadonlyMap<string, readonly SetUpItem[]>
  readonly draftId: string | undefined
}

async function lookAtAll(
  { deps, writePace }: Pick<SetUpParts, 'deps' | 'writePace'>,
  caller: Caller,
  { groups, draftId }: Groups,
): Promise<Map<string, ParentLook>> {
  const late = AbortSignal.timeout(lookingMs)
  const look: LookDeps = {
    ...deps,
    draftId,
    listTurn: (key) => writePace.listTurn(key, late),
    identities: new Map(),
    groups: new Map(),
  }
  const looks = new Map<string, ParentLook>()
  await eachOf([...groups], looksAtOnce, async ([key, of]) => {
    const parent = of.find((item) => item.parent.kind === 'newManagedIdentity')?.parent ?? of[0]?.parent
    if (parent === undefined || late.aborted) return
    try {
      looks.set(key, await lookAtParent(look, caller, parent))
    } catch (error) {
      // What there was no time for is told as not looked at.
      if (!late.aborted || !isAbort(error, late)) throw error
    }
  })
  return looks
}

function isAbort(error: unknown, { reason }: AbortSignal): boolean {
  return error === reason || (error instanceof Error && error.name === 'AbortError')
}

async function judgeAll(
  { arm }: SetUpDeps,
  caller: Caller,
  looks: ReadonlyMap<string, ParentLook>,
  steps: readonly PlannedRow[],
): Promise<Map<number, Judgement>> {
  const roles = createRoleLooks(arm, caller)
  const stored = new Map<string, StoredCredential[]>()
  const judged = new Map<number, Judgement>()
  const needs = new Map<string, DryNeeds>()
  for (const { ordinal, itemOrdinal, parentKey, payload } of steps) {
    const look = looks.get(parentKey) ?? notLookedAt
    const will = stored.get(parentKey) ?? [...(look.stored ?? [])]
    stored.set(parentKey, will)
    const needed = needs.get(parentKey) ?? createDryNeeds()
    needs.set(parentKey, needed)
    const judge = async () =>
      payload.kind === 'role'
        ? await roles.judge(payload.role, look.principalId)
        : judgeStep(payload, look, will)
    const judgement = needed.against(payload.kind, itemOrdinal) ?? (await judge())
    needed.note(payload.kind, judgement)
    judged.set(ordinal, judgement)
  }
  return judged
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
