import { skipToken, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Draft } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { ApiProblem } from '../../api/api-problem.ts'
import { draftQuery } from '../../api/draft-calls.ts'
import { ActionLink } from '../../components/action-link.tsx'
import { readKeptBody } from '../../components/drafts/kept-body.ts'
import { localDraft, unsavedId } from '../../components/drafts/local-draft.ts'
import { NotFoundPage } from '../../components/not-found-page.tsx'
import { GoTo } from '../../components/go-to.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { EmptyState, FailedState } from '../../components/state-views.tsx'
import { useSession } from '../../components/use-session.ts'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { WizardBody } from './wizard-body.tsx'
import { stepOf } from './wizard-steps.ts'
import { tabStorage } from '../../lib/browser-storage.ts'

/** One step of one draft. */
export function WizardPage() {
  const { draftId, step: text } = useParams({ from: '/new/$draftId/$step' })
  const step = stepOf(text)
  // The server took it under another ID while it was open: the page goes on as it stands.
  const [own, setOwn] = useState<{ readonly openedAs: string; readonly draft: Draft } | null>(null)
  const isOwn = own?.draft.draftId === draftId
  const draft = useDraftOf(draftId, isOwn)
  const opened = isOwn ? own.draft : draft.opened
  if (step === null) return <NotFoundPage />
  // Many at once have a page of their own, which keeps what this one does not know.
  if (opened !== null && opened.body.bulk !== null) return <GoTo href={paths.bulk({ draft: draftId })} />
  if (opened !== null) {
    const key = isOwn ? own.openedAs : draftId
    return (
      <WizardBody
        key={key}
        draft={opened}
        step={step}
        onStoredAs={(stored) => setOwn({ openedAs: key, draft: stored })}
      />
    )
  }
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

function useDraftOf(draftId: string, isOwn: boolean) {
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
