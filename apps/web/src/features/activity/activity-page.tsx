import { Button, makeStyles } from '@fluentui/react-components'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ActionLink } from '../../components/action-link.tsx'
import { ActivityList } from '../../components/activity-list.tsx'
import { ownActivityQuery } from '../../components/activity-query.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { EmptyState } from '../../components/state-views.tsx'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'

const useStyles = makeStyles({ more: { marginTop: '16px' } })

/** What the person did through the portal. */
export function ActivityPage() {
  const styles = useStyles()
  const activity = useInfiniteQuery(ownActivityQuery)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = activity
  return (
    <>
      <PageHeader title="Activity" summary="What you did through this portal, newest first." />
      <QueryView
        query={activity}
        skeleton={<Skeleton shape="rows" count={8} label="Reading your activity" />}
      >
        {({ pages }) => {
          const events = pages.flatMap((page) => page.events)
          return events.length === 0 ? (
            <EmptyState
              kind="nothing-yet"
              title="Nothing done yet"
              action={<ActionLink href={paths.trustCreate()}>New trust</ActionLink>}
            >
              Every change you make and every exchange you run will stand here, whatever came of it.
            </EmptyState>
          ) : (
            <>
              <ActivityList events={events} />
              {hasNextPage && (
                <Button
                  className={styles.more}
                  disabledFocusable={isFetchingNextPage}
                  onClick={() => void fetchNextPage()}
                >
                  {isFetchingNextPage ? 'Reading older actions' : 'Show older actions'}
                </Button>
              )}
            </>
          )
        }}
      </QueryView>
    </>
  )
}
