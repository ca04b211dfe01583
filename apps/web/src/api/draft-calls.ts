import { queryOptions } from '@tanstack/react-query'
import { draftEndpoints, type Draft, type DraftBody } from '@trustwright/shared-schemas'
import { call } from './client.ts'

/** The person's own drafts, newest first. */
export const draftsQuery = queryOptions({
  queryKey: ['listDrafts'],
  queryFn: ({ signal }) => call(draftEndpoints.listDrafts, { signal }),
  staleTime: 0,
})

export function listDrafts() {
  return call(draftEndpoints.listDrafts)
}

/** Read once when a draft is opened; what is typed afterwards is newer than any answer. */
export const draftQuery = (draftId: string) =>
  queryOptions({
    queryKey: ['readDraft', draftId],
    queryFn: ({ signal }) => call(draftEndpoints.readDraft, { params: { draftId }, signal }),
    // What this page stored a moment ago needs no second look: another tab's save is found by the next one.
    staleTime: 10_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

export function createDraft(body: DraftBody): Promise<Draft> {
  return call(draftEndpoints.createDraft, { body })
}

/** Throws `ApiProblem` DRAFT_CHANGED_MEANWHILE where somebody saved it since `version`. */
export function saveDraft(draftId: string, version: number, body: DraftBody): Promise<Draft> {
  return call(draftEndpoints.saveDraft, { params: { draftId }, body: { version, body } })
}

export function readDraft(draftId: string): Promise<Draft> {
  return call(draftEndpoints.readDraft, { params: { draftId } })
}

export function deleteDraft(draftId: string): Promise<unknown> {
  return call(draftEndpoints.deleteDraft, { params: { draftId } })
}
