import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { TrustRequest } from '@trustwright/shared-schemas'
import { requestListQuery, type RequestFilter } from '../../api/request-queries.ts'
import { ActionLink } from '../../components/action-link.tsx'
import { AppLink, useGo } from '../../components/app-link.tsx'
import { ChoiceLinks } from '../../components/choice-links.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { useShortcut } from '../../components/shortcuts.ts'
import { EmptyState } from '../../components/state-views.tsx'
import { useNow } from '../../components/use-now.ts'
import { useRowKeys } from '../../components/use-row-keys.ts'
import { useSession } from '../../components/use-session.ts'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { RequestLine } from './request-line.tsx'
import { RequestState } from './request-state.tsx'
import { titleOfWish } from './wish-words.ts'
import { whoLine } from './request-words.ts'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px', maxWidth: '960px' },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '4px 24px' },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  row: {
    display: 'grid',
    gridTemplateColumns: '120px minmax(0, 1fr)',
    gap: '4px 16px',
    padding: '12px 16px',
    '& + &': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: { display: 'grid', rowGap: '2px', minWidth: 0, overflowWrap: 'anywhere' },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  short: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
  },
  more: { justifySelf: 'start' },
})

const route = getRouteApi('/requests')

/** Trusts that somebody asked the administrators for: one's own, and for administrators the inbox. */
export function RequestsPage() {
  const styles = useStyles()
  const search = route.useSearch()
  const isAdmin = useSession().user?.isAdmin === true
  const of = search.of ?? (isAdmin ? 'all' : 'mine')
  const filter: RequestFilter = { of, state: search.state ?? 'any' }
  const list = useInfiniteQuery(requestListQuery(filter))
  const states = [
    ['All', undefined],
    ['Open', 'open'],
    ['Decided', 'decided'],
  ] as const
  return (
    <>
      <PageHeader
        title="Requests"
        summary="Trusts that a rule of the portal, or a missing right, kept somebody from creating. An administrator creates or declines them."
      />
      <div className={styles.page}>
        <div className={styles.bar}>
          {isAdmin && (
            <ChoiceLinks
              label="Whose requests"
              look="segments"
              choices={[
                {
                  text: 'Of everybody',
                  href: paths.requests({ state: search.state }),
                  current: of === 'all',
                },
                {
                  text: 'Mine',
                  href: paths.requests({ of: 'mine', state: search.state }),
                  current: of === 'mine',
                },
              ]}
            />
          )}
          <ChoiceLinks
            label="State"
            look="segments"
            choices={states.map(([text, state]) => ({
              text,
              href: paths.requests({ of: search.of, state }),
              current: search.state === state,
            }))}
          />
        </div>
        <QueryView query={list} skeleton={<Skeleton shape="rows" count={5} label="Reading requests" />}>
          {({ pages }) => {
            const requests = pages.flatMap((page) => page.requests)
            return requests.length === 0 ? (
              <NoRequests filter={filter} />
            ) : (
              <>
                <RequestList requests={requests} />
                {list.hasNextPage && (
                  <Button
                    className={styles.more}
                    disabledFocusable={list.isFetchingNextPage}
                    onClick={() => void list.fetchNextPage()}
                  >
                    {list.isFetchingNextPage ? 'Reading older requests' : 'Show older requests'}
                  </Button>
                )}
              </>
            )
          }}
        </QueryView>
      </div>
    </>
  )
}

function RequestList({ requests }: { readonly requests: readonly TrustRequest[] }) {
  const styles = useStyles()
  const now = useNow()
  const go = useGo()
  const { list, at } = useRowKeys('request')
  useShortcut('o', 'Open the request', () => {
    const one = requests[at()]
    if (one !== undefined) go(paths.request(one.requestId))
  })
  return (
    <ul ref={list} className={styles.list} aria-label="Requests">
      {requests.map((request) => (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys j and k bring the focus here
        <li key={request.requestId} className={styles.row} data-row="" tabIndex={-1}>
          <RequestState request={request} />
          <div className={styles.words}>
            <AppLink href={paths.request(request.requestId)}>{titleOfWish(request.asked)}</AppLink>
            <RequestLine request={request} />
            <span className={styles.small}>{whoLine(request, now)}</span>
            <span className={mergeClasses(styles.small, styles.short)}>
              {request.answer ?? request.problem?.detail ?? request.why}
            </span>
          </div>
        </li>
      ))}
    </ul>
  )
}

function NoRequests({ filter: { of, state } }: { readonly filter: RequestFilter }) {
  if (state !== 'any')
    return (
      <EmptyState
        kind="no-match"
        title={state === 'open' ? 'No request is open' : 'No request is decided'}
        action={<ActionLink href={paths.requests({ of })}>Show all requests</ActionLink>}
      />
    )
  return (
    <EmptyState
      kind="nothing-yet"
      title={of === 'mine' ? 'You asked for nothing yet' : 'Nobody asked for anything yet'}
      action={<ActionLink href={paths.trustForm()}>New trust</ActionLink>}
    >
      Where a rule of the portal refuses a trust, its form offers to send a request. It stands here then.
    </EmptyState>
  )
}
