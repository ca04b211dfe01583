import { isDeepStrictEqual } from 'node:util'
import type { SetUpItem } from '@trustwright/shared-schemas'
import { and, asc, eq } from 'drizzle-orm'
import { draft } from '../../db/schema-drafts.ts'
import { setUpItem, setUpRun, setUpStep } from '../../db/schema-set-up.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { Transaction } from './begin-run.ts'
import { planSteps } from './plan-steps.ts'

/**
 * The run of the draft that is going on and makes the same: a second tab, or a request whose answer was lost, is led to it.
 * Null where none is going on. Throws SET_UP_RUNNING where one makes something else.
 */
export async function findDraftRun(
  tx: Transaction,
  caller: Caller,
  draftId: string,
  items: readonly SetUpItem[],
): Promise<string | null> {
  const [running] = await tx
    .select({ runId: setUpRun.runId })
    .from(draft)
    .innerJoin(setUpRun, eq(setUpRun.runId, draft.runId))
    .where(and(ofDraft(caller, draftId), eq(setUpRun.state, 'running')))
  if (running === undefined) return null
  if (await makesTheSame(tx, running.runId, draftId, items)) return running.runId
  throw new PortalError('SET_UP_RUNNING', {
    detail: 'A run of this draft is going on, and makes something else than what is asked for now.',
    nextStep: 'Wait for its end or stop it, then begin again.',
  })
}

/** Makes a run the newest one of its draft. Throws DRAFT_NOT_FOUND. */
export async function linkDraft(
  tx: Transaction,
  caller: Caller,
  draftId: string,
  runId: string,
): Promise<void> {
  const linked = await tx
    .update(draft)
    .set({ runId })
    .where(ofDraft(caller, draftId))
    .returning({ draftId: draft.draftId })
  if (linked.length === 0) throw new PortalError('DRAFT_NOT_FOUND')
}

function ofDraft({ tenantId, objectId }: Caller, draftId: string) {
  return and(eq(draft.draftId, draftId), eq(draft.tenantId, tenantId), eq(draft.ownerObjectId, objectId))
}

async function makesTheSame(
  tx: Transaction,
  runId: string,
  draftId: string,
  items: readonly SetUpItem[],
): Promise<boolean> {
  const rows = await tx
    .select({ key: setUpItem.key, parent: setUpItem.parent })
    .from(setUpItem)
    .where(eq(setUpItem.runId, runId))
    .orderBy(asc(setUpItem.ordinal))
  const steps = await tx
    .select({ itemOrdinal: setUpStep.itemOrdinal, payload: setUpStep.payload })
    .from(setUpStep)
    .where(eq(setUpStep.runId, runId))
    .orderBy(asc(setUpStep.ordinal))
  const wanted = planSteps(draftId, items).map(({ itemOrdinal, payload }) => ({ itemOrdinal, payload }))
  return (
    isDeepStrictEqual(
      rows,
      items.map(({ key, parent }) => ({ key, parent })),
    ) && isDeepStrictEqual(steps, wanted)
  )
}
