import { draft } from '../../db/schema-drafts.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { DraftDeps } from './draft-deps.ts'
import { ownDraft } from './own-draft.ts'

export async function deleteDraft(
  { clock, db }: DraftDeps,
  caller: Caller,
  draftId: string,
): Promise<{ draftId: string }> {
  const [gone] = await db
    .delete(draft)
    .where(ownDraft(caller, clock, draftId))
    .returning({ draftId: draft.draftId })
  if (gone === undefined) throw new PortalError('DRAFT_NOT_FOUND')
  return gone
}
