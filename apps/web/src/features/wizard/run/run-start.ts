import type { SetUpItem } from '@trustwright/shared-schemas'
import { isAnswerLost } from '../../../api/answer-lost.ts'
import { readDraft } from '../../../api/draft-calls.ts'
import { startSetUp } from '../../../api/set-up-calls.ts'
import type { Wizard } from '../wizard.ts'

/**
 * Starts the set-up of a draft and answers the ID of its run. What another tab began of the same draft goes on instead, and
 * a start whose answer was lost is looked for before anybody can start it twice.
 */
export async function startRun(
  { flush, runId: known }: Pick<Wizard, 'flush' | 'runId'>,
  item: SetUpItem,
): Promise<string> {
  const draftId = await flush()
  const begun = await runSince(draftId, known)
  if (begun !== null) return begun
  try {
    const { runId } = await startSetUp([item], draftId)
    return runId
  } catch (error) {
    const lost = isAnswerLost(error) ? await runSince(draftId, known) : null
    if (lost === null) throw error
    return lost
  }
}

/** The draft's run, where it is another one than the page knows; null where none is, or nobody answers. */
async function runSince(draftId: string | null, known: string | null): Promise<string | null> {
  if (draftId === null) return null
  const runId = await readDraft(draftId).then(
    (draft) => draft.runId,
    () => null,
  )
  return runId === known ? null : runId
}
