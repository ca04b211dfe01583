import { Button, makeStyles } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { ActionLink } from '../../components/action-link.tsx'
import { isOpen, type Inventory } from '../../components/inventory/inventory-query.ts'
import { useInventory } from '../../components/inventory/use-inventory.ts'
import { NeverRead, NoTrusts } from '../../components/inventory/nothing-read.tsx'
import { ReadingGaps } from '../../components/inventory/reading-gaps.tsx'
import { useListedTrusts } from '../../components/inventory/use-listed-trusts.ts'
import { WhoseReading } from '../../components/inventory/whose-reading.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { EmptyState, FailedState } from '../../components/state-views.tsx'
import { useSession } from '../../components/use-session.ts'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { ExportMenu } from './export-menu.tsx'
import { FacetBar } from './facet-bar.tsx'
import { ListCards } from './list-cards.tsx'
import { ListProgress } from './list-progress.tsx'
import { ListTable } from './list-table.tsx'
import { ListToolbar } from './list-toolbar.tsx'
import { MoreMenu } from './more-menu.tsx'
import { countWords } from './scan-words.ts'
import { SelectionBar } from './selection-bar.tsx'
import { useTrustList, type TrustList } from './use-trust-list.ts'
import { useViews } from './use-views.ts'
import { stateOf } from './view-state.ts'
import { ViewsMenu } from './views-menu.tsx'

const useStyles = makeStyles({
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  acts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
})

const route = getRouteApi('/trusts')

/** Every trust of every managed identity and application that the person may read. */
export function TrustsPage() {
  const styles = useStyles()
  const search = route.useSearch()
  const { user } = useSession()
  const of = search.of === 'portal' && user?.isAdmin === true ? 'portal' : 'mine'
  const { inventory, isNeverRead, error, isRefreshing, refresh, stop, retry } = useInventory(of)
  const { listed, marksError } = useListedTrusts(inventory, of)
  const list = useTrustList(listed)
  const views = useViews()
  const [showRaw, setShowRaw] = useState(false)
  const isNarrow = useMediaQuery('(max-width: 639px)')
  const { all } = list
  return (
    <>
      <PageHeader
        title="Trusts"
        summary="Every trust (federated identity credential) on the managed identities and applications that you may read."
        actions={
          <ActionLink href={paths.trustCreate()} appearance="primary" icon={<Add20Regular />}>
            New trust
          </ActionLink>
        }
      />
      <div className={styles.content}>
        <div className={styles.acts}>
          {user?.isAdmin === true && (
            <WhoseReading of={of} hrefOf={(whose) => paths.trusts({ of: whose, view: 'all' })} />
          )}
          {inventory !== undefined && (
            <>
              <ViewsMenu views={views} state={stateOf(search)} />
              <ExportMenu rows={list.shown} query={list.text} of={of} />
              <MoreMenu query={list.text} of={of} isAdmin={user?.isAdmin === true} />
            </>
          )}
        </div>
        {error !== null && <FailedState error={error} onRetry={retry} />}
        {isNeverRead && <NeverRead ownHref={paths.trusts({ view: 'all' })} />}
        {inventory === undefined && !isNeverRead && error === null && (
          <Skeleton shape="rows" count={8} label="Reading trusts" />
        )}
        {inventory !== undefined && (
          <>
            {all > 0 && (
              <>
                <ListToolbar list={list} showRaw={showRaw} onShowRaw={setShowRaw} isNarrow={isNarrow} />
                <FacetBar list={list} of={of} />
              </>
            )}
            <ListProgress
              scan={inventory.scan}
              counts={countWords({
                shown: list.shown.length,
                all,
                selected: list.selected.length,
                // What came is worked through a slice at a time; without a word of it the list would be short in silence.
                isGrowing: inventory.hasMore || all < inventory.rows.length,
              })}
              isComing={inventory.hasMore}
              isRefreshing={isRefreshing}
              onRefresh={refresh}
              onStop={stop}
            />
            {marksError !== null && <FailedState error={marksError} />}
            <ReadingGaps {...inventory} />
            <Rows list={list} inventory={inventory} showRaw={showRaw} isNarrow={isNarrow} />
            <SelectionBar list={list} of={of} isAdmin={user?.isAdmin === true} />
          </>
        )}
      </div>
    </>
  )
}

interface RowsProps {
  readonly list: TrustList
  readonly inventory: Inventory
  readonly showRaw: boolean
  readonly isNarrow: boolean
}

function Rows({ list, inventory: { rows, scan, unreadable }, showRaw, isNarrow }: RowsProps) {
  if (list.shown.length > 0) {
    return isNarrow ? (
      <ListCards list={list.rows} showRaw={showRaw} />
    ) : (
      <ListTable list={list.rows} showRaw={showRaw} isBehind={list.isBehind} />
    )
  }
  if (list.all > 0 && !list.isBehind) {
    return (
      <EmptyState
        kind="no-match"
        title={`No trust matches "${list.text}"`}
        action={<Button onClick={() => list.setText('')}>Clear the filter</Button>}
      >
        {isOpen(scan) && 'Reading goes on: one may still come.'}
      </EmptyState>
    )
  }
  if (rows.length > 0 || isOpen(scan)) return <Skeleton shape="rows" count={8} label="Reading trusts" />
  return (
    <NoTrusts
      hasUnreadable={unreadable.length > 0}
      title="No workload can sign in without a secret yet"
      look="secondary"
    >
      The managed identities and applications you may read carry no trust. Add one for a GitHub repository or
      a cluster to start.
    </NoTrusts>
  )
}
