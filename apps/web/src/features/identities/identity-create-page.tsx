import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { EmptyState } from '../../components/state-views.tsx'
import { paths } from '../../paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { chosenSubscription } from './chosen-subscription.ts'
import { IdentityCreateForm } from './identity-create-form.tsx'
import { locationsQuery, resourceGroupsQuery, subscriptionsQuery } from '../../api/identity-queries.ts'
import { SubscriptionChoice } from './subscription-choice.tsx'

/** A new managed identity, and a resource group for it where there is none. */
export function IdentityCreatePage() {
  const search = useSearch({ from: '/identities/new' })
  const subscriptions = useQuery(subscriptionsQuery)
  const chosen = chosenSubscription(subscriptions.data?.subscriptions ?? [], search.subscription)
  return (
    <>
      <PageHeader
        title="New identity"
        breadcrumbs={[{ text: 'Identities', href: paths.identities({ subscription: chosen ?? undefined }) }]}
        summary="A user-assigned managed identity. It can do nothing until it gets a role, and nothing can sign in as it until it gets a trust."
      />
      <QueryView
        query={subscriptions}
        skeleton={<Skeleton shape="form" count={4} label="Reading your subscriptions" />}
      >
        {({ subscriptions: list }) =>
          list.length === 0 ? (
            <EmptyState kind="no-permission" title="You can read no subscription">
              Making an identity takes the role Managed Identity Contributor on a resource group. Ask whoever
              grants access.
            </EmptyState>
          ) : (
            <>
              <SubscriptionChoice
                list={list}
                chosen={chosen}
                addressOf={(subscription) =>
                  paths.identityCreate({ ...search, subscription, group: undefined })
                }
              />
              {chosen === null ? (
                <p>Choose a subscription first: it decides the groups and the locations.</p>
              ) : (
                <InSubscription key={chosen} subscriptionId={chosen} />
              )}
            </>
          )
        }
      </QueryView>
    </>
  )
}

function InSubscription({ subscriptionId }: { readonly subscriptionId: string }) {
  const groups = useQuery(resourceGroupsQuery(subscriptionId))
  const locations = useQuery(locationsQuery(subscriptionId))
  const search = useSearch({ from: '/identities/new' })
  const skeleton = <Skeleton shape="form" count={3} label="Reading groups and locations" />
  return (
    <QueryView query={groups} skeleton={skeleton}>
      {(groupData) => (
        <QueryView query={locations} skeleton={skeleton}>
          {(locationData) => (
            <IdentityCreateForm
              subscriptionId={subscriptionId}
              groups={groupData.resourceGroups}
              createGroup={groupData.create}
              createIdentity={groupData.createIdentity}
              locations={locationData.locations}
              supportAsOf={locationData.supportAsOf}
              group={search.group}
              location={search.location}
              returnTo={search.returnTo}
            />
          )}
        </QueryView>
      )}
    </QueryView>
  )
}
