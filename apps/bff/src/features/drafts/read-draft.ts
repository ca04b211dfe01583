import type { Draft } from '@trustwright/shared-schemas'
import { draft } from '../../db/schema-drafts.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { DraftDeps } from './draft-deps.ts'
import { ownDraft } from './own-draft.ts'
import { toDraft } from './to-draft.ts'

export async function readDraft({ clock, db }: DraftDeps, caller: Caller, draftId: string): Promise<Draft> {
  const [row] = await db
    .select()
    .from(draft)
    .where(ownDraft(caller, clock, draftId))
  if (row === undefined) throw new PortalError('DRAFT_NOT_FOUND')
  return toDraft(row)
}
