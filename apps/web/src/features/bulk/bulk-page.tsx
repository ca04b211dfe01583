import { skipToken, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { Draft } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { ApiProblem } from '../../api/api-problem.ts'
import { draftQuery } from '../../api/draft-calls.ts'
import { ActionLink } from '../../components/action-link.tsx'
import { readKeptBody } from '../../components/drafts/kept-body.ts'
import { localDraft, unsavedId } from '../../components/drafts/local-draft.ts'
import { GoTo } from '../../components/go-to.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { EmptyState, FailedState } from '../../components/state-views.tsx'
import { takeHandedRows } from '../../components/set-up/bulk-hand-over.ts'
import { useSession } from '../../components/use-session.ts'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { bodyOfBulk } from './bulk-draft.ts'
import { BulkBody } from './bulk-body.tsx'
import { bulkOfRows } from './handed-rows.ts'
import { tabStorage } from '../../lib/browser-storage.ts'

interface Own {
  readonly openedAs: string
  readonly draftId: string
  /** The address has its ID by now. */
  readonly isInAddress: boolean
}

/** The same for a page before and after it was stored; another one for a page that is opened empty after that. */
function keyOf(own: Own | null, draftId: string | undefined): string {
  if (own !== null && (own.draftId === draftId || (draftId === undefined && !own.isInAddress)))
    return own.openedAs
  return draftId ?? `new after ${own?.draftId ?? 'nothing'}`
}

/** Many trusts at once: a draft of them, or a new one. */
export function BulkPage() {
  const { draft: draftId } = useSearch({ from: '/new/bulk' })
  // The server took it while it was open: the page goes on as it stands.
  const [own, setOwn] = useState<Own | null>(null)
  const isOwn = own !== null && own.draftId === draftId
  if (isOwn && !own.isInAddress) setOwn({ ...own, isInAddress: true })
  const begun = useBegun()
  const query = draftQuery(draftId ?? '')
  const read = useQuery(draftId === undefined || isOwn ? { ...query, queryFn: skipToken } : query)
  const isOld = read.isFetching && !read.isFetchedAfterMount
  const { data } = read
  // Saving it from here would take its workload and identity away.
  if (draftId !== undefined && !isOwn && data !== undefined && data.body.bulk === null)
    return <GoTo href={paths.wizardStep(draftId, 'workload')} />
  if (draftId === undefined || isOwn || (read.data !== undefined && !isOld)) {
    const key = keyOf(own, draftId)
    const opened = draftId === undefined && own === null ? begun : isOwn ? null : (read.data ?? null)
    return (
      <BulkBody
        key={key}
        draft={opened}
        onStoredAs={(stored) => setOwn({ openedAs: key, draftId: stored.draftId, isInAddress: false })}
      />
    )
  }
  return (
    <>
      <PageHeader title="Many trusts at once" />
      {isMissing(read.error) ? (
        <EmptyState
          kind="nothing-yet"
          title="There is no such draft of yours"
          action={
            <ActionLink href={paths.bulk()} appearance="primary">
              Begin anew
            </ActionLink>
          }
        >
          A draft opens only for the person who began it, goes when its run begins, and is kept for 30 days
          after its last change.
        </EmptyState>
      ) : read.error === null ? (
        <Skeleton shape="form" count={4} label="Opening the draft" />
      ) : (
        <FailedState error={read.error} onRetry={() => void read.refetch()} />
      )}
    </>
  )
}

/** What another page handed over, or what only this tab has after a reload; null for an empty page. */
function useBegun(): Draft | null {
  const person = useSession().user?.objectId ?? ''
  const [begun] = useState(() => {
    const handed = takeHandedRows()
    if (handed.length > 0) return localDraft(bodyOfBulk(bulkOfRows(handed), handed.length))
    const kept = readKeptBody(tabStorage, person, unsavedId)
    return kept === null || kept.body.bulk === null ? null : localDraft(kept.body)
  })
  return begun
}

function isMissing(error: unknown): boolean {
  return error instanceof ApiProblem && ['DRAFT_NOT_FOUND', 'INPUT_REFUSED'].includes(error.code)
}
