import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { IdentitySearch } from '@trustwright/shared-schemas'
import { allIdentitiesQuery } from '../../api/identity-queries.ts'
import { ActionLink } from '../../components/action-link.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { EmptyState } from '../../components/state-views.tsx'
import { UnreadableList } from '../../components/unreadable-list.tsx'
import { paths } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { IdentityTable } from './identity-table.tsx'
import type { SubscriptionNames } from './matching.ts'

const useStyles = makeStyles({
  notices: { display: 'grid', rowGap: '12px', marginBottom: '16px' },
  source: { marginTop: '12px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

interface AllIdentitiesProps {
  readonly names: SubscriptionNames
  readonly filter: string
}

/** Managed identities of all subscriptions, with what could not be read. */
export function AllIdentities({ names, filter }: AllIdentitiesProps) {
  const styles = useStyles()
  const search = useQuery(allIdentitiesQuery)
  return (
    <QueryView query={search} skeleton={<Skeleton shape="rows" count={6} label="Reading the identities" />}>
      {(data) => (
        <>
          <Missing search={data} />
          {data.identities.length === 0 ? (
            <NoIdentities complete={data.complete} />
          ) : (
            <IdentityTable identities={data.identities} names={names} subscriptionId={null} filter={filter} />
          )}
          {data.source === 'resource-graph' && (
            <p className={styles.source}>
              From Azure Resource Graph, which may lag a minute behind a change. Choose a subscription to ask
              it directly.
            </p>
          )}
        </>
      )}
    </QueryView>
  )
}

/** Why the list may lack some, if so. */
function Missing({ search: { complete, unreadable } }: { readonly search: IdentitySearch }) {
  const styles = useStyles()
  if (complete && unreadable.length === 0) return null
  return (
    <div className={styles.notices}>
      <UnreadableList unreadable={unreadable} meaning="Their identities are not in this list." />
      {!complete && unreadable.length === 0 && (
        <Callout intent="warning" title="Azure holds more identities than it listed">
          <p>Choose a subscription to see all of its identities.</p>
        </Callout>
      )}
    </div>
  )
}

function NoIdentities({ complete }: { readonly complete: boolean }) {
  return (
    <EmptyState
      kind={complete ? 'nothing-yet' : 'no-permission'}
      title={
        complete ? 'No managed identity in your subscriptions yet' : 'No managed identity that you may read'
      }
      action={
        <ActionLink appearance="primary" href={paths.identityCreate()}>
          New identity
        </ActionLink>
      }
    >
      An identity is what a workload signs in as. Make one, then add a trust to it. You see only those that
      you may read.
    </EmptyState>
  )
}
