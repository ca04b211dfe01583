import { Add20Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { ActionLink } from '../../components/action-link.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { EmptyState } from '../../components/state-views.tsx'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { IdentityTable } from './identity-table.tsx'
import { subscriptionsQuery } from '../../api/identity-queries.ts'
import { SubscriptionChoice } from './subscription-choice.tsx'
import { chosenSubscription } from './chosen-subscription.ts'

/** The managed identities of one subscription, which stands in the address. */
export function IdentitiesPage() {
  const search = useSearch({ from: '/identities' })
  const subscriptions = useQuery(subscriptionsQuery)
  const chosen = chosenSubscription(subscriptions.data?.subscriptions ?? [], search.subscription)
  return (
    <>
      <PageHeader
        title="Identities"
        summary="Managed identities that workloads can sign in as. Each holds up to 20 trusts."
        actions={
          <ActionLink
            appearance="primary"
            icon={<Add20Regular />}
            href={paths.identityCreate({ subscription: chosen ?? undefined })}
          >
            New identity
          </ActionLink>
        }
      />
      <QueryView
        query={subscriptions}
        skeleton={<Skeleton shape="rows" count={6} label="Reading your subscriptions" />}
      >
        {({ subscriptions: list }) =>
          list.length === 0 ? (
            <EmptyState kind="no-permission" title="You can read no subscription">
              Ask for the role Reader on a subscription or a resource group. Azure shows a subscription to
              those who may read something in it.
            </EmptyState>
          ) : (
            <>
              <SubscriptionChoice
                list={list}
                chosen={chosen}
                addressOf={(subscription) => paths.identities({ subscription, q: search.q })}
              />
              {chosen === null ? (
                <EmptyState kind="nothing-yet" title="Choose a subscription">
                  Its identities show here.
                </EmptyState>
              ) : (
                <IdentityTable subscriptionId={chosen} filter={search.q ?? ''} />
              )}
            </>
          )
        }
      </QueryView>
    </>
  )
}
