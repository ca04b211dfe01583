import type { Draft } from '@trustwright/shared-schemas'
import type { SaverStart } from './draft-saver.ts'
import type { KeptBody } from './kept-body.ts'
import { isSameBody } from './same-body.ts'
import { unsavedId } from './local-draft.ts'

/** Where a wizard begins that is opened on a draft, while this tab may hold what the server never got. */
export function startOfDraft(draft: Draft, kept: KeptBody | null): SaverStart {
  const { draftId, version, body } = draft
  const stored = draftId === unsavedId ? null : { draftId, version }
  if (kept === null || isSameBody(kept.body, body)) return { stored, body, unsaved: null, theirs: null }
  const isNewer = stored !== null && version !== kept.version
  return { stored, body, unsaved: kept.body, theirs: isNewer ? draft : null }
}
