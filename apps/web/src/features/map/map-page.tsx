import { makeStyles } from '@fluentui/react-components'
import { ActionLink } from '../../components/action-link.tsx'
import { ChoiceLinks } from '../../components/choice-links.tsx'
import { isOpen } from '../../components/inventory/inventory-query.ts'
import { useInventory } from '../../components/inventory/use-inventory.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { EmptyState, FailedState } from '../../components/state-views.tsx'
import { UnreadableList } from '../../components/unreadable-list.tsx'
import { useSession } from '../../components/use-session.ts'
import { paths } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { MapBody } from './map-body.tsx'
import { MapProgress } from './map-progress.tsx'
import { useMapAddress } from './use-map-address.ts'

const useStyles = makeStyles({
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 24px', minHeight: '32px' },
})

/** Who outside can become what inside, as one picture. */
export function MapPage() {
  const styles = useStyles()
  const { user } = useSession()
  const asked = useMapAddress()
  const isAdmin = user?.isAdmin === true
  const address = isAdmin ? asked : { ...asked, of: 'mine' as const }
  const { of } = address
  const { inventory, isNeverRead, error, isRefreshing, refresh, stop, retry } = useInventory(of)
  const trusts = inventory?.rows.length ?? 0
  return (
    <>
      <PageHeader
        title="Map"
        summary="Who outside can sign in as what inside, and what that opens."
        actions={
          <ActionLink href={paths.trustChanges({ of: of === 'portal' ? of : undefined })}>
            Compare snapshots
          </ActionLink>
        }
      />
      <div className={styles.content}>
        <div className={styles.line}>
          {isAdmin && (
            <ChoiceLinks
              label="Whose reading"
              look="segments"
              choices={[
                { text: 'What I may read', href: paths.map(), current: of === 'mine' },
                { text: 'What the portal read', href: paths.map({ of: 'portal' }), current: of === 'portal' },
              ]}
            />
          )}
          {inventory !== undefined && (
            <MapProgress
              inventory={inventory}
              isRefreshing={isRefreshing}
              onRefresh={refresh}
              onStop={stop}
            />
          )}
        </div>
        {error !== null && <FailedState error={error} onRetry={retry} />}
        {inventory === undefined && error === null && !isNeverRead && (
          <Skeleton shape="rows" count={8} label="Reading trusts" />
        )}
        {isNeverRead && <NeverRead />}
        {inventory !== undefined && (
          <>
            <UnreadableList unreadable={inventory.unreadable} />
            <UnreadableList
              unreadable={inventory.unreadFacts}
              title="Some facts could not be read"
              meaning="No trust is missing because of that, but what they open, who owns them or when they were last used may be."
            />
            {inventory.scan.state === 'stopped' && (
              <Callout intent="warning" title="Reading stopped before its end">
                {inventory.scan.stoppedBecause} The map shows what was read until then, and what earlier
                passes read.
              </Callout>
            )}
            {trusts > 0 ? (
              <MapBody key={of} inventory={inventory} address={address} />
            ) : inventory.hasMore || isOpen(inventory.scan) ? (
              <Skeleton shape="rows" count={8} label="Reading trusts" />
            ) : (
              <NoTrusts hasUnreadable={inventory.unreadable.length > 0} />
            )}
          </>
        )}
      </div>
    </>
  )
}

function NeverRead() {
  return (
    <EmptyState
      kind="nothing-yet"
      title="The portal by itself has read nothing yet"
      action={<ActionLink href={paths.map()}>See what I may read</ActionLink>}
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
      title="Nobody outside can sign in here yet"
      action={
        <ActionLink href={paths.trustCreate()} appearance="primary">
          New trust
        </ActionLink>
      }
    >
      The managed identities and applications you may read carry no trust.
    </EmptyState>
  )
}
