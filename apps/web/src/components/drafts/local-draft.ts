import type { Draft, DraftBody } from '@trustwright/shared-schemas'

/** Stands in the address of a draft that the server does not have. */
export const unsavedId = 'unsaved'

/** A draft in this tab alone. */
export function localDraft(body: DraftBody): Draft {
  const now = new Date().toISOString()
  return {
    draftId: unsavedId,
    version: 0,
    createdAt: now,
    changedAt: now,
    keptUntil: now,
    runId: null,
    body,
  }
}
