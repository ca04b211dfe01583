import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { ApplicationList as Page } from '@trustwright/shared-schemas'
import { useMemo } from 'react'
import { applicationsQuery, type ApplicationSearch } from '../../api/application-queries.ts'
import { useGo } from '../../components/app-link.tsx'
import { ChoiceLinks } from '../../components/choice-links.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { RowTable } from '../../components/row-table.tsx'
import { useNow } from '../../components/use-now.ts'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { applicationColumns } from './application-columns.tsx'
import { applicationCount } from './application-count.ts'
import { NoApplications } from './no-applications.tsx'
import { useSearchText } from '../../components/use-search-text.ts'

/** Asking Graph at every letter would only make it refuse. */
const pauseMs = 300

const useStyles = makeStyles({
  more: { marginTop: '12px' },
  how: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, marginBottom: '8px' },
  old: { opacity: 0.6 },
})

interface ApplicationListProps {
  readonly of: ApplicationSearch['of']
  /** The search in the address. */
  readonly filter: string
}

/** Applications of the directory: those that the person owns, or all; Graph does the search. */
export function ApplicationList({ of, filter }: ApplicationListProps) {
  const styles = useStyles()
  const addressOf = (side: ApplicationSearch['of'], q: string) =>
    paths.identities({ kind: 'app', of: side === 'all' ? 'all' : undefined, q })
  const go = useGo()
  const { text, setText } = useSearchText(filter, (q) => go(addressOf(of, q), { replace: true }), pauseMs)
  const found = useInfiniteQuery({
    ...applicationsQuery({ of, search: filter.trim() }),
    placeholderData: keepPreviousData,
  })
  const pages = found.data?.pages
  return (
    <>
      <FilterBar
        label="Search applications"
        placeholder="Search by name or application ID"
        value={text}
        onText={setText}
        count={found.data === undefined ? null : countOf(found.data.pages, found.hasNextPage)}
      >
        <ChoiceLinks
          label="Whose applications"
          look="segments"
          choices={[
            { text: 'Mine', href: addressOf('mine', text), current: of === 'mine' },
            { text: 'All', href: addressOf('all', text), current: of === 'all' },
          ]}
        />
      </FilterBar>
      {of === 'mine' && filter !== '' && (
        <p className={styles.how}>Among your own, names are found by their beginning.</p>
      )}
      <QueryView
        query={found}
        skeleton={<Skeleton shape="rows" count={6} label="Reading the applications" />}
      >
        {() => (
          <div className={found.isPlaceholderData ? styles.old : ''} aria-busy={found.isPlaceholderData}>
            {pages?.[0]?.applications.length === 0 ? (
              <NoApplications
                of={of}
                search={filter}
                onClear={() => setText('')}
                everywhere={addressOf('all', filter)}
              />
            ) : (
              <Rows pages={pages ?? []} />
            )}
          </div>
        )}
      </QueryView>
      {found.hasNextPage && (
        <Button
          className={styles.more}
          disabledFocusable={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {found.isFetchingNextPage ? 'Reading more' : 'Read more'}
        </Button>
      )}
    </>
  )
}

function Rows({ pages }: { readonly pages: readonly Page[] }) {
  const now = useNow()
  const rows = useMemo(() => {
    const all = pages.flatMap(({ applications }) => applications)
    return all.map((application) => ({ key: application.objectId, application, now }))
  }, [pages, now])
  return <RowTable label="Applications" columns={applicationColumns} rows={rows} />
}

function countOf(pages: readonly Page[], hasMore: boolean): string {
  const read = pages.reduce((sum, { applications }) => sum + applications.length, 0)
  return applicationCount(read, pages[0]?.total ?? null, hasMore)
}
