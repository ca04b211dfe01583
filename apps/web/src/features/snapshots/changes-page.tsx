import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { InventorySnapshot } from '@trustwright/shared-schemas'
import { getRouteApi } from '@tanstack/react-router'
import { ActionLink } from '../../components/action-link.tsx'
import { useGo } from '../../components/app-link.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { EmptyState } from '../../components/state-views.tsx'
import { paths } from '../../paths.ts'
import type { TrustChangesSearch } from '../../search.ts'
import { Callout } from '../../ui/callout.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { counted } from '../../lib/words.ts'
import { keptWords, partlyWords } from './change-words.ts'
import { choosePair, missingOf } from './choose-pair.ts'
import { Comparison } from './comparison.tsx'
import { PairChoice } from './pair-choice.tsx'
import { PassesList } from './passes-list.tsx'
import { snapshotsQuery } from './snapshot-queries.ts'

const route = getRouteApi('/trusts/changes')

const useStyles = makeStyles({
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

/** Two snapshots beside each other: what came, what went, what changed, and by whom. */
export function ChangesPage() {
  const styles = useStyles()
  const search = route.useSearch()
  const of = search.of ?? 'mine'
  const query = useQuery(snapshotsQuery(of))
  const go = useGo()
  const hrefOf = (change: TrustChangesSearch) => paths.trustChanges({ ...search, ...change })
  return (
    <>
      <PageHeader
        title="Changes"
        summary="What differs between two snapshots: every finished reading of the trusts is kept as one."
        breadcrumbs={[{ text: 'Trusts', href: paths.trusts({ of: search.of }) }]}
      />
      <QueryView query={query} skeleton={<Skeleton shape="rows" count={6} label="Reading snapshots" />}>
        {({ snapshots, keptDays }) => {
          const pair = choosePair(snapshots, search)
          const missing = missingOf(snapshots, search)
          return (
            <div className={styles.content}>
              {missing.length > 0 && (
                <Callout intent="information" title={`Snapshot ${missing.join(' and ')} is not kept`}>
                  The newest ones stand in its place. {keptWords(keptDays)}
                </Callout>
              )}
              {pair === null ? (
                <TooFew count={snapshots.length} of={search.of} />
              ) : (
                <>
                  <PairChoice
                    snapshots={snapshots}
                    {...pair}
                    onChoose={({ from, to }) =>
                      go(hrefOf({ from: String(Math.min(from, to)), to: String(Math.max(from, to)) }))
                    }
                  />
                  <PartlyRead
                    snapshots={snapshots.filter(({ number }) => number === pair.from || number === pair.to)}
                  />
                  <Comparison
                    key={`${pair.from} ${pair.to} ${of}`}
                    pair={{ of, ...pair }}
                    show={search.show}
                    wanted={search.q ?? ''}
                    onWanted={(text) => go(hrefOf({ q: text || undefined }), { replace: true })}
                    hrefOf={(show) => hrefOf({ show })}
                  />
                </>
              )}
              {snapshots.length > 0 && (
                <Fold summary={counted(snapshots.length, 'snapshot')}>
                  <PassesList
                    snapshots={snapshots}
                    hrefOf={(from, to) => hrefOf({ from: String(from), to: String(to), show: undefined })}
                  />
                </Fold>
              )}
              <p className={styles.quiet}>{keptWords(keptDays)}</p>
            </div>
          )
        }}
      </QueryView>
    </>
  )
}

/** What a pass could not read, it cannot tell the changes of. */
function PartlyRead({ snapshots }: { readonly snapshots: readonly InventorySnapshot[] }) {
  const partly = snapshots.filter(({ unreadable }) => unreadable > 0)
  if (partly.length === 0) return null
  return (
    <Callout intent="information" title="Not everything was read anew">
      {partly.map((snapshot) => (
        <p key={snapshot.number}>{partlyWords(snapshot)}</p>
      ))}
    </Callout>
  )
}

function TooFew({ count, of }: { readonly count: number; readonly of: 'portal' | undefined }) {
  return (
    <EmptyState
      kind="nothing-yet"
      title={
        count === 0 ? 'There is no snapshot yet' : 'There is one snapshot, and nothing to compare it with'
      }
      action={<ActionLink href={paths.trusts({ of })}>Go to the trusts</ActionLink>}
    >
      A snapshot is kept each time that the trusts were read to the end. Refresh the list of trusts to make
      one.
    </EmptyState>
  )
}
