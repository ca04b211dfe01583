import { Button } from '@fluentui/react-components'
import type { Identity } from '@trustwright/shared-schemas'
import { useDeferredValue, useMemo } from 'react'
import { useGo } from '../../components/app-link.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { RowTable } from '../../components/row-table.tsx'
import { EmptyState } from '../../components/state-views.tsx'
import { count, counted } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { identityColumns, type IdentityRow } from './identity-columns.tsx'
import { matchingIdentities, sortedByName, type SubscriptionNames } from './matching.ts'
import { useSearchText } from '../../components/use-search-text.ts'

interface IdentityTableProps {
  readonly identities: readonly Identity[]
  readonly names: SubscriptionNames
  /** The one whose identities these are; null: those of all. */
  readonly subscriptionId: string | null
  /** The filter in the address. */
  readonly filter: string
}

/** Managed identities, filtered as typed. */
export function IdentityTable({ identities, names, subscriptionId, filter }: IdentityTableProps) {
  const go = useGo()
  const { text: typed, setText } = useSearchText(
    filter,
    (q) => go(paths.identities({ subscription: subscriptionId ?? undefined, q }), { replace: true }),
    100,
  )
  const wanted = useDeferredValue(typed)
  const several = subscriptionId === null
  const sorted = useMemo(() => sortedByName(identities), [identities])
  const rows = useMemo(
    () => toRows(matchingIdentities(sorted, wanted, names), names),
    [sorted, wanted, names],
  )
  const columns = useMemo(() => identityColumns(several), [several])
  const all = counted(identities.length, 'identity', 'identities')
  return (
    <>
      <FilterBar
        label="Filter identities"
        placeholder={`Filter by name, group, ${several ? 'subscription, ' : ''}location, client ID`}
        value={typed}
        onText={setText}
        count={rows.length === identities.length ? all : `${count(rows.length)} of ${all}`}
      />
      {rows.length === 0 ? (
        <EmptyState
          kind="no-match"
          title={`No identity matches “${typed}”`}
          action={<Button onClick={() => setText('')}>Clear the filter</Button>}
        />
      ) : (
        <RowTable label="Managed identities" columns={columns} rows={rows} />
      )}
    </>
  )
}

function toRows(identities: readonly Identity[], names: SubscriptionNames): IdentityRow[] {
  return identities.map((identity) => ({
    key: identity.resourceId,
    identity,
    subscription: names.get(identity.subscriptionId) ?? identity.subscriptionId,
  }))
}
