import type { Draft, DraftBody } from '@trustwright/shared-schemas'
import { listDrafts, readDraft } from '../../api/draft-calls.ts'
import { isSameBody } from './same-body.ts'

/** Longer than any answer is waited for, and than the clocks of browser and server differ. */
const recentMs = 5 * 60_000

/** The draft that was created with one of these bodies although no answer came; null where there is none. */
export async function findMadeDraft(bodies: readonly DraftBody[], now = Date.now()): Promise<Draft | null> {
  const { drafts } = await listDrafts()
  const made = drafts.find(
    ({ version, runId, createdAt, body }) =>
      version === 1 &&
      runId === null &&
      Math.abs(now - Date.parse(createdAt)) < recentMs &&
      bodies.some((one) => isSameBody({ ...one, bulk: null }, { ...body, bulk: null })),
  )
  return made === undefined ? null : readDraft(made.draftId)
}
