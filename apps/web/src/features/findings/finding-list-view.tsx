import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { FindingGroup, FindingState } from '@trustwright/shared-schemas'
import { findingListQuery, findingsFileAddress } from '../../api/finding-queries.ts'
import { ActionLink } from '../../components/action-link.tsx'
import { AppLink } from '../../components/app-link.tsx'
import { DownloadButton } from '../../components/download-button.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { EmptyState } from '../../components/state-views.tsx'
import { count } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FindingFilters } from './finding-filters.tsx'
import { FindingList } from './finding-list.tsx'
import { gapLines } from './gap-words.ts'
import { totalsOf } from './group-order.ts'
import type { useFindingsAddress } from './use-findings-address.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px' },
  about: { display: 'grid', rowGap: '4px', maxWidth: '72ch' },
  title: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold, lineHeight: '28px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  files: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

interface FindingListViewProps {
  readonly address: ReturnType<typeof useFindingsAddress>
  readonly groups: readonly FindingGroup[]
}

/** The findings of one rule, or of all, that fit the address. */
export function FindingListView({ address, groups }: FindingListViewProps) {
  const styles = useStyles()
  const { search, filter, change } = address
  const list = useInfiniteQuery(findingListQuery(filter))
  const group = groups.find(({ rule }) => rule === filter.rule)
  const total = list.data?.pages[0]?.total
  return (
    <div className={styles.box}>
      {group !== undefined && <About group={group} />}
      <FindingFilters
        search={search}
        states={group?.states ?? statesOf(groups)}
        count={total === undefined ? '' : `${count(total)} shown by this filter`}
        onChange={change}
      />
      <QueryView query={list} skeleton={<Skeleton shape="rows" count={6} label="Reading findings" />}>
        {({ pages }) => {
          const findings = pages.flatMap((page) => page.findings)
          return findings.length === 0 ? (
            <Nothing address={address} />
          ) : (
            <FindingList
              findings={findings}
              total={pages[0]?.total ?? findings.length}
              filter={filter}
              of={search.of}
              showRule={filter.rule === undefined}
              hasMore={list.hasNextPage}
              isReadingMore={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          )
        }}
      </QueryView>
      <div className={styles.files}>
        <DownloadButton address={findingsFileAddress(filter, 'csv')} filename="findings.csv">
          Export CSV
        </DownloadButton>
        <DownloadButton address={findingsFileAddress(filter, 'sarif')} filename="findings.sarif">
          Export SARIF
        </DownloadButton>
      </div>
    </div>
  )
}

function statesOf(groups: readonly FindingGroup[]): Readonly<Record<FindingState, number>> {
  const { active, accepted, fixed } = totalsOf(groups)
  return { active, accepted, fixed }
}

function About({ group }: { readonly group: FindingGroup }) {
  const styles = useStyles()
  return (
    <div className={styles.about}>
      <h2 className={styles.title}>{group.title}</h2>
      <p>{group.because}</p>
      <p className={styles.quiet}>What to do: {group.remedy}</p>
      <p className={styles.quiet}>
        Judged by: {group.needs} <AppLink href={paths.findingRule(group.rule)}>How this rule judges</AppLink>
      </p>
      {gapLines(group).map((line) => (
        <p className={styles.quiet} key={line}>
          {line}
        </p>
      ))}
    </div>
  )
}

function Nothing({ address: { search, filter, change } }: Pick<FindingListViewProps, 'address'>) {
  const isNarrowed = filter.q !== undefined || filter.severity !== undefined
  if (isNarrowed)
    return (
      <EmptyState
        kind="no-match"
        title="No finding matches these filters"
        action={
          <Button onClick={() => change({ q: undefined, severity: undefined })}>Clear the filters</Button>
        }
      />
    )
  return (
    <EmptyState
      kind="nothing-yet"
      title={filter.state === 'active' ? 'Nothing open here' : `Nothing ${filter.state} here`}
      action={<ActionLink href={paths.findings({ of: search.of })}>All findings by rule</ActionLink>}
    />
  )
}
