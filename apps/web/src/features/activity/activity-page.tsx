import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ActionLink } from '../../components/action-link.tsx'
import { ActivityList } from '../../components/activity-list.tsx'
import { activityFileAddress, activityQuery } from '../../components/activity-query.ts'
import { ChoiceLinks } from '../../components/choice-links.tsx'
import { DownloadButton } from '../../components/download-button.tsx'
import { NotAdministrator } from '../../components/findings/not-administrator.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { EmptyState } from '../../components/state-views.tsx'
import { useSession } from '../../components/use-session.ts'
import { paths } from '../../paths.ts'
import type { ActivitySearch } from '../../search.ts'
import { Fold } from '../../ui/fold.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { filterOfSearch, narrowedBy } from './activity-address.ts'
import { ActivityFilters } from './activity-filters.tsx'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px', maxWidth: '960px' },
  more: { justifySelf: 'start' },
  files: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  code: { fontFamily: tokens.fontFamilyMonospace },
})

const route = getRouteApi('/activity')

/** What was done through the portal: one's own actions, and for administrators those of everybody. */
export function ActivityPage() {
  const styles = useStyles()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const isAdmin = useSession().user?.isAdmin === true
  const filter = filterOfSearch(search)
  const isMine = filter.of === 'mine'
  const change = (next: Partial<ActivitySearch>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false })
  const clear = () => void navigate({ search: { of: search.of }, resetScroll: false })
  const isNarrowed = narrowedBy(filter) > 0
  return (
    <>
      <PageHeader
        title="Activity"
        summary={
          isMine
            ? 'What you did through this portal, newest first.'
            : 'What everybody did through this portal, newest first.'
        }
      />
      <div className={styles.page}>
        {isAdmin && (
          <ChoiceLinks
            label="Whose actions"
            look="tabs"
            choices={[
              { text: 'Yours', href: paths.activity({ ...search, of: undefined }), current: isMine },
              { text: 'Of everybody', href: paths.activity({ ...search, of: 'all' }), current: !isMine },
            ]}
          />
        )}
        {!isMine && !isAdmin ? (
          <NotAdministrator to="see what everybody did" at={paths.activity({ ...search })} />
        ) : (
          <>
            <ActivityFilters
              search={search}
              showActor={!isMine}
              onChange={change}
              onClear={isNarrowed ? clear : undefined}
            />
            <Events search={search} onClear={clear} />
            <Chain />
          </>
        )}
      </div>
    </>
  )
}

function Events({ search, onClear }: { readonly search: ActivitySearch; readonly onClear: () => void }) {
  const styles = useStyles()
  const filter = filterOfSearch(search)
  const activity = useInfiniteQuery(activityQuery(filter))
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = activity
  return (
    <QueryView query={activity} skeleton={<Skeleton shape="rows" count={8} label="Reading the activity" />}>
      {({ pages }) => {
        const events = pages.flatMap((page) => page.events)
        if (events.length === 0)
          return narrowedBy(filter) > 0 ? (
            <EmptyState
              kind="no-match"
              title="No action matches these filters"
              action={<Button onClick={onClear}>Clear the filters</Button>}
            />
          ) : (
            <EmptyState
              kind="nothing-yet"
              title="Nothing done yet"
              action={<ActionLink href={paths.trustCreate()}>New trust</ActionLink>}
            >
              Every change you make and every exchange you run will stand here, whatever came of it.
            </EmptyState>
          )
        return (
          <>
            <div className={styles.files}>
              <DownloadButton address={activityFileAddress(filter, 'csv')} filename="activity.csv">
                Export CSV
              </DownloadButton>
              <DownloadButton address={activityFileAddress(filter, 'json')} filename="activity.json">
                Export JSON
              </DownloadButton>
            </div>
            <ActivityList events={events} showActor={filter.of === 'all'} />
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
  )
}

/** The portal cannot vouch for itself: who runs it verifies the chain beside it. */
function Chain() {
  const styles = useStyles()
  return (
    <Fold summary="Has anybody changed this list afterwards?">
      <p>
        Each action carries a hash over the one before it, and the database refuses to change or delete any.
        This page does not check that. Whoever runs the portal does, with{' '}
        <span className={styles.code}>npm run audit</span>: it counts every link and names the first that is
        broken.
      </p>
    </Fold>
  )
}
