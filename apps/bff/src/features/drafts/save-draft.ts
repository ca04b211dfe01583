import type { Draft, DraftSave } from '@trustwright/shared-schemas'
import { and, eq } from 'drizzle-orm'
import { draft } from '../../db/schema-drafts.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { DraftDeps } from './draft-deps.ts'
import { ownDraft } from './own-draft.ts'
import { readDraft } from './read-draft.ts'
import { toDraft } from './to-draft.ts'

/** Saves over the version that the person saw, and no other. */
export async function saveDraft(
  deps: DraftDeps,
  caller: Caller,
  draftId: string,
  { version, body }: DraftSave,
): Promise<Draft> {
  const { clock, db } = deps
  const [row] = await db
    .update(draft)
    .set({ body, version: version + 1, changedAt: new Date(clock.now()) })
    .where(and(ownDraft(caller, clock, draftId), eq(draft.version, version)))
    .returning()
  if (row !== undefined) return toDraft(row)
  const current = await readDraft(deps, caller, draftId)
  throw new PortalError('DRAFT_CHANGED_MEANWHILE', {
    current: { version: current.version, changedAt: current.changedAt },
  })
}
