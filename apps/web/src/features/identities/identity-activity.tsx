import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { IdentityPath } from '@trustwright/shared-schemas'
import { ActivityList } from '../../components/activity-list.tsx'
import { FailedState } from '../../components/state-views.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { identityActivityQuery } from '../../api/identity-queries.ts'

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: '12px', minWidth: 0, justifyItems: 'start' },
  whole: { justifySelf: 'stretch' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** What anybody did to the identity and its trusts through the portal. */
export function IdentityActivity({ path }: { readonly path: IdentityPath }) {
  const styles = useStyles()
  const activity = useInfiniteQuery(identityActivityQuery(path))
  const events = activity.data?.pages.flatMap((page) => page.events) ?? []
  return (
    <section className={styles.section} aria-labelledby="identity-activity">
      <h2 className={styles.title} id="identity-activity">
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
