import { skipToken, useQuery } from '@tanstack/react-query'
import type { Draft } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { ApiProblem } from '../../api/api-problem.ts'
import { draftQuery } from '../../api/draft-calls.ts'
import { ActionLink } from '../../components/action-link.tsx'
import { readKeptBody } from '../../components/drafts/kept-body.ts'
import { localDraft, unsavedId } from '../../components/drafts/local-draft.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { EmptyState, FailedState } from '../../components/state-views.tsx'
import { useSession } from '../../components/use-session.ts'
import { tabStorage } from '../../lib/browser-storage.ts'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'

interface OpenedDraft {
  /** Null while it is read, and where it cannot be. */
  readonly opened: Draft | null
  readonly error: unknown
  readonly retry: () => void
}

/** The draft of that ID, from the server or, where it never took it, from this tab. `isOwn`: the page has it already. */
export function useDraftOf(draftId: string, isOwn: boolean): OpenedDraft {
  const person = useSession().user?.objectId ?? ''
  const isUnsaved = draftId === unsavedId
  const query = draftQuery(draftId)
  const read = useQuery(isUnsaved || isOwn ? { ...query, queryFn: skipToken } : query)
  // After a reload only this tab has it.
  const [kept] = useState(() => readKeptBody(tabStorage, person, unsavedId))
  const isOld = read.isFetching && !read.isFetchedAfterMount
  const local = isUnsaved && kept !== null ? localDraft(kept.body) : null
  return {
    opened: read.data === undefined || isOld ? local : read.data,
    error: read.error,
    retry: () => void read.refetch(),
  }
}

interface OpeningDraftProps {
  readonly draftId: string
  readonly draft: OpenedDraft
}

/** What stands on the page while the draft is read, and where there is none. */
export function OpeningDraft({ draftId, draft }: OpeningDraftProps) {
  return (
    <>
      <PageHeader title="New trust" />
      {draftId === unsavedId || isMissing(draft.error) ? (
        <NoDraft />
      ) : draft.error !== null ? (
        <FailedState error={draft.error} onRetry={draft.retry} />
      ) : (
        <Skeleton shape="form" count={4} label="Opening the draft" />
      )}
    </>
  )
}

function NoDraft() {
  return (
    <EmptyState
      kind="nothing-yet"
      title="There is no such draft of yours"
      action={
        <ActionLink href={paths.trustCreate()} appearance="primary">
          Begin a new trust
        </ActionLink>
      }
    >
      A draft opens only for the person who began it, and is kept for 30 days after its last change. To hand
      one on, send a link that fills the form instead.
    </EmptyState>
  )
}

function isMissing(error: unknown): boolean {
  return error instanceof ApiProblem && ['DRAFT_NOT_FOUND', 'INPUT_REFUSED'].includes(error.code)
}
