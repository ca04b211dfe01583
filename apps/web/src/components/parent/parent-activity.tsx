import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { TrustParent } from '@trustwright/shared-schemas'
import { ActivityList } from '../activity-list.tsx'
import { FailedState } from '../state-views.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { parentActivityQuery } from '../../api/parent-queries.ts'

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: '12px', minWidth: 0, justifyItems: 'start' },
  whole: { justifySelf: 'stretch' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** What anybody did to an identity or application and its trusts through the portal. */
export function ParentActivity({ parent }: { readonly parent: TrustParent }) {
  const styles = useStyles()
  const activity = useInfiniteQuery(parentActivityQuery(parent))
  const events = activity.data?.pages.flatMap((page) => page.events) ?? []
  return (
    <section className={styles.section} aria-labelledby="parent-activity">
      <h2 className={styles.title} id="parent-activity">
        What happened here
      </h2>
      <div className={styles.whole}>
        {activity.isPending && <Skeleton shape="rows" count={3} label="Reading what happened" />}
        {activity.error !== null && (
          <FailedState error={activity.error} onRetry={() => void activity.refetch()} />
        )}
        {activity.data !== undefined && events.length === 0 && (
          <p className={styles.quiet}>
            Nothing through this portal yet. Azure’s own activity log has what was done elsewhere.
          </p>
        )}
        {events.length > 0 && <ActivityList events={events} showActor />}
      </div>
      {activity.hasNextPage && (
        <Button disabledFocusable={activity.isFetchingNextPage} onClick={() => void activity.fetchNextPage()}>
          {activity.isFetchingNextPage ? 'Reading older entries' : 'Read older entries'}
        </Button>
      )}
    </section>
  )
}
