import { makeStyles } from '@fluentui/react-components'
import { ActionLink } from '../../components/action-link.tsx'
import { isOpen } from '../../components/inventory/inventory-query.ts'
import { NeverRead, NoTrusts } from '../../components/inventory/nothing-read.tsx'
import { ReadingGaps } from '../../components/inventory/reading-gaps.tsx'
import { StoppedNote } from '../../components/inventory/stopped-note.tsx'
import { useInventory } from '../../components/inventory/use-inventory.ts'
import { WhoseReading } from '../../components/inventory/whose-reading.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { FailedState } from '../../components/state-views.tsx'
import { useSession } from '../../components/use-session.ts'
import { paths } from '../../paths.ts'
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
          {isAdmin && <WhoseReading of={of} hrefOf={(whose) => paths.map({ of: whose })} />}
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
        {isNeverRead && <NeverRead ownHref={paths.map()} />}
        {inventory !== undefined && (
          <>
            <ReadingGaps {...inventory} />
            <StoppedNote scan={inventory.scan} what="The map" />
            {trusts > 0 ? (
              <MapBody key={of} inventory={inventory} address={address} />
            ) : inventory.hasMore || isOpen(inventory.scan) ? (
              <Skeleton shape="rows" count={8} label="Reading trusts" />
            ) : (
              <NoTrusts
                hasUnreadable={inventory.unreadable.length > 0}
                title="Nobody outside can sign in here yet"
                look="primary"
              >
                The managed identities and applications you may read carry no trust.
              </NoTrusts>
            )}
          </>
        )}
      </div>
    </>
  )
}
