import { useQuery } from '@tanstack/react-query'
import type { Subscription } from '@trustwright/shared-schemas'
import { useMemo } from 'react'
import { identitiesQuery, subscriptionsQuery } from '../../api/identity-queries.ts'
import { ActionLink } from '../../components/action-link.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { EmptyState } from '../../components/state-views.tsx'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AllIdentities } from './all-identities.tsx'
import { chosenSubscription } from './chosen-subscription.ts'
import { IdentityTable } from './identity-table.tsx'
import type { SubscriptionNames } from './matching.ts'
import { SubscriptionChoice } from './subscription-choice.tsx'

interface ManagedIdentitiesProps {
  /** From the address; absent: of all subscriptions. */
  readonly subscription: string | undefined
  readonly filter: string
}

/** Managed identities of every subscription that the person may read, or of a chosen one. */
export function ManagedIdentities({ subscription, filter }: ManagedIdentitiesProps) {
  const subscriptions = useQuery(subscriptionsQuery)
  return (
    <QueryView
      query={subscriptions}
      skeleton={<Skeleton shape="rows" count={6} label="Reading your subscriptions" />}
    >
      {({ subscriptions: list }) =>
        list.length === 0 ? (
          <EmptyState kind="no-permission" title="You can read no subscription">
            Ask for the role Reader on a subscription or a resource group. Azure shows a subscription to those
            who may read something in it.
          </EmptyState>
        ) : (
          <InSubscriptions list={list} chosen={chosenSubscription(list, subscription)} filter={filter} />
        )
      }
    </QueryView>
  )
}

interface InSubscriptionsProps {
  readonly list: readonly Subscription[]
  readonly chosen: string | null
  readonly filter: string
}

function InSubscriptions({ list, chosen, filter }: InSubscriptionsProps) {
  const names = useMemo<SubscriptionNames>(
    () => new Map(list.map(({ subscriptionId, displayName }) => [subscriptionId, displayName])),
    [list],
  )
  return (
    <>
      <SubscriptionChoice
        list={list}
        chosen={chosen}
        prompt="All subscriptions"
        addressOf={(subscription) => paths.identities({ subscription, q: filter })}
      />
      {chosen === null ? (
        <AllIdentities names={names} filter={filter} />
      ) : (
        <OneSubscription key={chosen} subscriptionId={chosen} names={names} filter={filter} />
      )}
    </>
  )
}

interface OneSubscriptionProps {
  readonly subscriptionId: string
  readonly names: SubscriptionNames
  readonly filter: string
}

function OneSubscription({ subscriptionId, names, filter }: OneSubscriptionProps) {
  const identities = useQuery(identitiesQuery(subscriptionId))
  return (
    <QueryView
      query={identities}
      skeleton={<Skeleton shape="rows" count={6} label="Reading the identities" />}
    >
      {(data) =>
        data.identities.length === 0 ? (
          <NoIdentities subscriptionId={subscriptionId} />
        ) : (
          <IdentityTable
            identities={data.identities}
            names={names}
            subscriptionId={subscriptionId}
            filter={filter}
          />
        )
      }
    </QueryView>
  )
}

function NoIdentities({ subscriptionId }: { readonly subscriptionId: string }) {
  return (
    <EmptyState
      kind="nothing-yet"
      title="No managed identity here yet"
      action={
        <ActionLink appearance="primary" href={paths.identityCreate({ subscription: subscriptionId })}>
          New identity
        </ActionLink>
      }
    >
      An identity is what a workload signs in as. Make one, then add a trust to it. You see only those that
      you may read.
    </EmptyState>
  )
}
