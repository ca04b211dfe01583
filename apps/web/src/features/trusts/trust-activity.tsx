import { Button } from '@fluentui/react-components'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Trust } from '@trustwright/shared-schemas'
import { ActivityList } from '../../components/activity-list.tsx'
import { EmptyState, FailedState } from '../../components/state-views.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { parentActivityQuery } from '../../api/parent-queries.ts'
import type { TrustKey } from '../../paths.ts'

/** What anybody did to this trust through the portal. */
export function TrustActivity({ trustKey, trust }: { readonly trustKey: TrustKey; readonly trust: Trust }) {
  const activity = useInfiniteQuery(parentActivityQuery(trustKey.parent))
  if (activity.data === undefined) {
    if (activity.error === null) return <Skeleton shape="rows" count={4} label="Reading what happened" />
    return <FailedState error={activity.error} onRetry={() => void activity.refetch()} />
  }
  const target = trust.resourceId.toLowerCase()
  const events = activity.data.pages
    .flatMap((page) => page.events)
    .filter((event) => event.target.toLowerCase() === target)
  return (
    <>
      {events.length === 0 ? (
        <EmptyState kind="nothing-yet" title="Nothing happened to this trust through the portal">
          What was done elsewhere, such as with the Azure CLI, shows in Azure’s own activity log.
        </EmptyState>
      ) : (
        <ActivityList events={events} showActor />
      )}
      {activity.hasNextPage && (
        <Button disabledFocusable={activity.isFetchingNextPage} onClick={() => void activity.fetchNextPage()}>
          {activity.isFetchingNextPage ? 'Reading older entries' : 'Read older entries'}
        </Button>
      )}
    </>
  )
}
