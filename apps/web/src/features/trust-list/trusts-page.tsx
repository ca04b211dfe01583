import { Button, makeStyles } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { ActionLink } from '../../components/action-link.tsx'
import { ChoiceLinks } from '../../components/choice-links.tsx'
import { isOpen, type Inventory } from '../../components/inventory/inventory-query.ts'
import { useInventory } from '../../components/inventory/use-inventory.ts'
import { useListedTrusts } from '../../components/inventory/use-listed-trusts.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { EmptyState, FailedState } from '../../components/state-views.tsx'
import { UnreadableList } from '../../components/unreadable-list.tsx'
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
            <ChoiceLinks
              label="Whose reading"
              look="segments"
              choices={[
                { text: 'What I may read', href: paths.trusts({ view: 'all' }), current: of === 'mine' },
                {
                  text: 'What the portal read',
                  href: paths.trusts({ of: 'portal', view: 'all' }),
                  current: of === 'portal',
                },
              ]}
            />
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
        {isNeverRead && <NeverRead />}
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
              counts={countWords(list.shown.length, all, list.selected.length)}
              isComing={inventory.hasMore}
              isRefreshing={isRefreshing}
              onRefresh={refresh}
              onStop={stop}
            />
            {marksError !== null && <FailedState error={marksError} />}
            <UnreadableList unreadable={inventory.unreadable} />
            <UnreadableList
              unreadable={inventory.unreadFacts}
              title="Some facts could not be read"
              meaning="No trust is missing because of that, but what they open, who owns them or when they were last used may be."
            />
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
  return <NoTrusts hasUnreadable={unreadable.length > 0} />
}

function NeverRead() {
  return (
    <EmptyState
      kind="nothing-yet"
      title="The portal by itself has read nothing yet"
      action={<ActionLink href={paths.trusts({ view: 'all' })}>See what I may read</ActionLink>}
    >
      It reads the whole tenant on a schedule, with an identity of its own. That begins once
      INVENTORY_SCHEDULE is set for the portal.
    </EmptyState>
  )
}

function NoTrusts({ hasUnreadable }: { readonly hasUnreadable: boolean }) {
  if (hasUnreadable) {
    return (
      <EmptyState kind="no-permission" title="You can see no trust">
        The list above says what could not be read, and why.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      kind="nothing-yet"
      title="No workload can sign in without a secret yet"
      action={
        <ActionLink href={paths.trustCreate()} appearance="primary">
          New trust
        </ActionLink>
      }
    >
      The managed identities and applications you may read carry no trust. Add one for a GitHub repository or
      a cluster to start.
    </EmptyState>
  )
}
