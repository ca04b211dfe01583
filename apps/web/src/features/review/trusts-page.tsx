import { Button, makeStyles } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import { ActionLink } from '../../components/action-link.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { EmptyState, FailedState } from '../../components/state-views.tsx'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { ReviewList } from './review-list.tsx'
import { ReviewProgress } from './review-progress.tsx'
import { ReviewTable } from './review-table.tsx'
import { ReviewToolbar } from './review-toolbar.tsx'
import { countWords } from './scan-words.ts'
import { UnreadableList } from '../../components/unreadable-list.tsx'
import { useInventory } from '../../components/inventory/use-inventory.ts'
import { useReview } from './use-review.ts'

const useStyles = makeStyles({
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
})

/** Every trust of every managed identity and application that the person may read. */
export function TrustsPage() {
  const styles = useStyles()
  const { inventory, error, isRefreshing, refresh, retry } = useInventory()
  const review = useReview(inventory?.rows)
  const [showRaw, setShowRaw] = useState(false)
  const isNarrow = useMediaQuery('(max-width: 639px)')
  const all = inventory?.rows.length ?? 0
  const List = isNarrow ? ReviewList : ReviewTable
  return (
    <>
      <PageHeader
        title="Trusts"
        summary="Every trust (federated identity credential) on the managed identities and applications that you may read."
        actions={
          <ActionLink href={paths.trustCreate()} appearance="primary" icon={<Add20Regular />}>
            New trust
          </ActionLink>
        }
      />
      <div className={styles.content}>
        {error !== null && <FailedState error={error} onRetry={retry} />}
        {inventory === undefined && error === null && (
          <Skeleton shape="rows" count={8} label="Reading trusts" />
        )}
        {inventory !== undefined && (
          <>
            {all > 0 && <ReviewToolbar review={review} showRaw={showRaw} onShowRaw={setShowRaw} />}
            <ReviewProgress
              scan={inventory.scan}
              counts={countWords(review.shown.length, all, review.selected.length)}
              isRefreshing={isRefreshing}
              onRefresh={refresh}
            />
            <UnreadableList unreadable={inventory.unreadable} />
            {review.shown.length > 0 ? (
              <List review={review} showRaw={showRaw} />
            ) : all > 0 ? (
              <EmptyState
                kind="no-match"
                title={`No trust matches "${review.text}"`}
                action={<Button onClick={() => review.setText('')}>Clear the filter</Button>}
              >
                {inventory.scan.state === 'running' && 'Reading goes on: one may still come.'}
              </EmptyState>
            ) : inventory.scan.state === 'running' ? (
              <Skeleton shape="rows" count={8} label="Reading trusts" />
            ) : (
              <NoTrusts hasUnreadable={inventory.unreadable.length > 0} />
            )}
          </>
        )}
      </div>
    </>
  )
}

function NoTrusts({ hasUnreadable }: { readonly hasUnreadable: boolean }) {
  if (hasUnreadable) {
    return (
      <EmptyState kind="no-permission" title="You can see no trust">
        The list above says what could not be read, and why.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      kind="nothing-yet"
      title="No workload can sign in without a secret yet"
      action={
        <ActionLink href={paths.trustCreate()} appearance="primary">
          New trust
        </ActionLink>
      }
    >
      The managed identities and applications you may read carry no trust. Add one for a GitHub repository or
      a cluster to start.
    </EmptyState>
  )
}
