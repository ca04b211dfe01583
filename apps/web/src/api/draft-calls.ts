import { queryOptions } from '@tanstack/react-query'
import { endpoints, type Draft, type DraftBody } from '@trustwright/shared-schemas'
import { call } from './client.ts'

/** The person's own drafts, newest first. */
export const draftsQuery = queryOptions({
  queryKey: ['listDrafts'],
  queryFn: ({ signal }) => call(endpoints.listDrafts, { signal }),
  staleTime: 0,
})

export function listDrafts() {
  return call(endpoints.listDrafts)
}

/** Read once when a draft is opened; what is typed afterwards is newer than any answer. */
export const draftQuery = (draftId: string) =>
  queryOptions({
    queryKey: ['readDraft', draftId],
    queryFn: ({ signal }) => call(endpoints.readDraft, { params: { draftId }, signal }),
    // What this page stored a moment ago needs no second look: another tab's save is found by the next one.
    staleTime: 10_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

export function createDraft(body: DraftBody): Promise<Draft> {
  return call(endpoints.createDraft, { body })
}

/** Throws `ApiProblem` DRAFT_CHANGED_MEANWHILE where somebody saved it since `version`. */
export function saveDraft(draftId: string, version: number, body: DraftBody): Promise<Draft> {
  return call(endpoints.saveDraft, { params: { draftId }, body: { version, body } })
}

export function readDraft(draftId: string): Promise<Draft> {
  return call(endpoints.readDraft, { params: { draftId } })
}

export function deleteDraft(draftId: string): Promise<unknown> {
  return call(endpoints.deleteDraft, { params: { draftId } })
}
