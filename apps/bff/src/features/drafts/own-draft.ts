import { and, eq, gt, type SQL } from 'drizzle-orm'
import { draft } from '../../db/schema-drafts.ts'
import type { Caller, Clock } from '../../ports.ts'
import { keptMs } from './to-draft.ts'

/** Drafts of the person, in every session, that are not too old. */
export function ownDrafts({ tenantId, objectId }: Caller, clock: Clock): SQL | undefined {
  return and(
    eq(draft.tenantId, tenantId),
    eq(draft.ownerObjectId, objectId),
    gt(draft.changedAt, new Date(clock.now() - keptMs)),
  )
}

/** One of them. */
export function ownDraft(caller: Caller, clock: Clock, draftId: string): SQL | undefined {
  return and(ownDrafts(caller, clock), eq(draft.draftId, draftId))
}
