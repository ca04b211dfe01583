import { skipToken, useQuery } from '@tanstack/react-query'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import {
  locationsQuery,
  resourceGroupAccessQuery,
  resourceGroupsQuery,
  subscriptionsQuery,
} from '../../api/identity-queries.ts'
import { locationNotes, locationOptions } from '../../components/forms/location-options.ts'
import { SelectField } from '../../components/forms/select-field.tsx'
import { TextField } from '../../components/forms/text-field.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { NoPermission } from '../../components/state-views.tsx'
import { makeGroup, type BulkValues } from './bulk-form.ts'

/** Where new managed identities lie: a group that is there, or one that the run makes. */
export function NewPlaceFields({ form }: { readonly form: UseFormReturn<BulkValues> }) {
  const [subscriptionId, group, location] = useWatch({
    control: form.control,
    name: ['newSubscription', 'newGroup', 'newLocation'],
  })
  const subscriptions = useQuery(subscriptionsQuery)
  const groupsOf = resourceGroupsQuery(subscriptionId)
  const groups = useQuery(subscriptionId === '' ? { ...groupsOf, queryFn: skipToken } : groupsOf)
  const locationsOf = locationsQuery(subscriptionId)
  const locations = useQuery(subscriptionId === '' ? { ...locationsOf, queryFn: skipToken } : locationsOf)
  const isMaking = group === makeGroup
  const accessOf = resourceGroupAccessQuery(subscriptionId, group)
  const access = useQuery(group === '' || isMaking ? { ...accessOf, queryFn: skipToken } : accessOf).data
  const rights = isMaking ? [groups.data?.create, groups.data?.createIdentity] : [access?.createIdentity]
  const missing = rights.find((right) => right?.allowed === false)
  const list = groups.data?.resourceGroups ?? []
  const places = locations.data?.locations ?? []

  function followGroup(name: string) {
    const near = list.find((group) => group.name === name)?.location ?? ''
    if (places.some((one) => one.name === near && one.supportsTrusts)) form.setValue('newLocation', near)
  }

  return (
    <>
      <SelectField
        control={form.control}
        name="newSubscription"
        label="Subscription"
        prompt="Choose a subscription"
        options={(subscriptions.data?.subscriptions ?? []).map((one) => ({
          value: one.subscriptionId,
          label: one.displayName,
        }))}
        onChoice={() => form.setValue('newGroup', '')}
      />
      {subscriptions.error !== null && <ProblemNotice error={subscriptions.error} />}
      <SelectField
        control={form.control}
        name="newGroup"
        label="Resource group"
        prompt={subscriptionId === '' ? 'Choose the subscription first' : 'Choose a resource group'}
        options={[
          ...list.map(({ name, location: near }) => ({ value: name, label: `${name} (${near})` })),
          ...(subscriptionId === '' ? [] : [{ value: makeGroup, label: 'Make a new group' }]),
        ]}
        onChoice={followGroup}
      />
      {groups.error !== null && <ProblemNotice error={groups.error} onRetry={() => void groups.refetch()} />}
      {missing !== null && missing !== undefined && (
        <NoPermission
          to={isMaking ? 'make a resource group with identities here' : `make identities in ${group}`}
          access={missing}
        />
      )}
      {isMaking && (
        <TextField
          control={form.control}
          name="groupName"
          label="Name of the group"
          help="Made by the run before the identities, in their location. Letters, digits, - _ ( ) and dots."
          mono
        />
      )}
      <SelectField
        control={form.control}
        name="newLocation"
        label="Location"
        help={
          isMaking
            ? 'Of the group and the identities. Trusts do not work in every region.'
            : 'Follows the group. Trusts do not work in every region.'
        }
        prompt="Choose a location"
        options={locationOptions(places)}
        notes={locationNotes(location, places, locations.data?.supportAsOf ?? '')}
      />
    </>
  )
}
