import type { QueryClient } from '@tanstack/react-query'
import type { Draft, DraftBody } from '@trustwright/shared-schemas'
import { createDraft, draftQuery } from '../../api/draft-calls.ts'
import { localDraft } from '../../components/drafts/local-draft.ts'

/** Begins a draft. Where the server does not take it, it begins in this tab alone: the page says so and tries again. */
export async function beginDraft(queries: QueryClient, body: DraftBody): Promise<Draft> {
  const draft = await createDraft(body).catch(() => localDraft(body))
  queries.setQueryData(draftQuery(draft.draftId).queryKey, draft)
  return draft
}
