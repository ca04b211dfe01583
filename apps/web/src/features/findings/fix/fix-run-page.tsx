import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { FixProgress, FixRun } from '@trustwright/shared-schemas'
import { useEffect, useState, type ReactNode } from 'react'
import { findingsKey } from '../../../api/finding-queries.ts'
import { fixRunQuery, type FixItems } from '../../../api/fix-queries.ts'
import { AppLink } from '../../../components/app-link.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { QueryView } from '../../../components/query-view.tsx'
import { useWantedSignIn } from '../../../components/use-wanted-sign-in.ts'
import { count } from '../../../lib/words.ts'
import { paths } from '../../../paths.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { FixItemRow } from './fix-item-row.tsx'
import { FixRunHead } from './fix-run-head.tsx'
import { notMade } from './fix-words.ts'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px', maxWidth: '880px' },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const route = getRouteApi('/findings/fixes/$runId')

/** What became of each change; it goes on without this page. */
export function FixRunPage() {
  const { runId } = route.useParams()
  const [items, setItems] = useState<FixItems>('all')
  const read = useInfiniteQuery({ ...fixRunQuery(runId, items), placeholderData: keepPreviousData })
  const isOfList = read.data?.pages[0]?.run.origin === 'list'
  return (
    <>
      <PageHeader
        title={isOfList ? 'Deletions' : 'Fixes'}
        summary="The portal works on by itself. You can leave this page and come back to its address."
        breadcrumbs={[
          isOfList ? { text: 'Trusts', href: paths.trusts() } : { text: 'Findings', href: paths.findings() },
        ]}
      />
      <QueryView query={read} skeleton={<Skeleton shape="rows" count={4} label="Reading the run" />}>
        {({ pages }) =>
          pages[0] !== undefined && (
            <Run run={pages[0].run} items={pages.flatMap((page) => page.items)}>
              {(notMade(pages[0].run) > 0 || items === 'open') && (
                <Button onClick={() => setItems(items === 'all' ? 'open' : 'all')}>
                  {items === 'all'
                    ? `Show only the ${count(notMade(pages[0].run))} not made`
                    : 'Show all changes'}
                </Button>
              )}
              {read.hasNextPage && (
                <Button
                  disabledFocusable={read.isFetchingNextPage}
                  onClick={() => !read.isFetchingNextPage && void read.fetchNextPage()}
                >
                  {read.isFetchingNextPage ? 'Reading more' : 'Show more changes'}
                </Button>
              )}
            </Run>
          )
        }
      </QueryView>
    </>
  )
}

interface RunProps {
  readonly run: FixRun
  readonly items: readonly FixProgress[]
  /** What chooses the items that are shown. */
  readonly children: ReactNode
}

function Run({ run, items, children }: RunProps) {
  const styles = useStyles()
  const queries = useQueryClient()
  const { state } = run
  useWantedSignIn(state === 'paused')
  useEffect(() => {
    if (state === 'finished') void queries.invalidateQueries({ queryKey: findingsKey })
  }, [state, queries])
  return (
    <div className={styles.page}>
      <FixRunHead run={run} />
      {state === 'finished' && run.origin !== 'list' && (
        <p className={styles.quiet}>
          The findings themselves change with the next reading:{' '}
          <AppLink href={paths.findings()}>read again on their page</AppLink>.
        </p>
      )}
      {items.length === 0 ? (
        <p>All changes are made.</p>
      ) : (
        <ul className={styles.list} aria-label="Changes">
          {items.map((item) => (
            <FixItemRow key={item.ordinal} item={item} />
          ))}
        </ul>
      )}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '8px' }}>{children}</div>
    </div>
  )
}
