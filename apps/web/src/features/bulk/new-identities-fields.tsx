import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import {
  locationsQuery,
  resourceGroupAccessQuery,
  resourceGroupsQuery,
  subscriptionsQuery,
} from '../../api/identity-queries.ts'
import { ChoiceField } from '../../components/forms/choice-field.tsx'
import { locationNotes, locationOptions } from '../../components/forms/location-options.ts'
import { SelectField } from '../../components/forms/select-field.tsx'
import { TextField } from '../../components/forms/text-field.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { NoPermission } from '../../components/state-views.tsx'
import { counted } from '../../lib/words.ts'
import type { BulkValues } from './bulk-form.ts'
import type { NewTargets } from './bulk-targets.ts'

const useStyles = makeStyles({
  count: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'end' },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '16px',
    paddingLeft: '16px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
})

interface NewIdentitiesFieldsProps {
  readonly form: UseFormReturn<BulkValues>
  readonly problems: NewTargets['problems']
  /** How many more the rows take; 0 where all have room. */
  readonly needed: number
}

/** New managed identities or applications, numbered, made by the run before their trusts. */
export function NewIdentitiesFields({ form, problems, needed }: NewIdentitiesFieldsProps) {
  const styles = useStyles()
  const [newCount, newKind] = useWatch({ control: form.control, name: ['newCount', 'newKind'] })
  const wanted = Number(newCount) || 0
  const countProblem = problems.find(({ field }) => field === 'newCount')
  return (
    <>
      <div className={styles.count}>
        <TextField
          control={form.control}
          name="newCount"
          label="How many new ones"
          help="Made by the run, before their trusts. None while this is 0."
          inputMode="numeric"
          notes={countProblem === undefined ? [] : [{ severity: 'warn', text: countProblem.message }]}
        />
        {needed > 0 && (
          <Button onClick={() => form.setValue('newCount', String(wanted + needed), { shouldDirty: true })}>
            Add {counted(needed, 'identity', 'identities')} for the rest
          </Button>
        )}
      </div>
      {wanted > 0 && (
        <div className={styles.fields}>
          <ChoiceField
            control={form.control}
            name="newKind"
            label="What the new ones are"
            choices={[
              {
                value: 'managedIdentity',
                label: 'Managed identities',
                help: 'Live in a resource group. No Entra role is needed.',
              },
              {
                value: 'application',
                label: 'Applications',
                help: 'App registrations with a service principal, for Microsoft Graph or several tenants.',
              },
            ]}
          />
          <Stem form={form} problems={problems} wanted={wanted} />
          {newKind === 'managedIdentity' && <Place form={form} />}
        </div>
      )}
    </>
  )
}

interface StemProps extends Pick<NewIdentitiesFieldsProps, 'form' | 'problems'> {
  readonly wanted: number
}

function Stem({ form, problems, wanted }: StemProps) {
  const stem = useWatch({ control: form.control, name: 'stem' })
  const problem = stem === '' ? undefined : problems.find(({ field }) => field === 'stem')
  const last = wanted > 1 ? ` to ${stem || 'id-deploy'}-${wanted}` : ''
  return (
    <TextField
      control={form.control}
      name="stem"
      label="Name of the new identities"
      help={`A number goes behind it: ${stem || 'id-deploy'}-1${last}.`}
      notes={problem === undefined ? [] : [{ severity: 'warn', text: problem.message }]}
      mono
    />
  )
}

function Place({ form }: Pick<NewIdentitiesFieldsProps, 'form'>) {
  const [subscriptionId, resourceGroup, location] = useWatch({
    control: form.control,
    name: ['subscriptionId', 'resourceGroup', 'location'],
  })
  const subscriptions = useQuery(subscriptionsQuery)
  const groupsOf = resourceGroupsQuery(subscriptionId)
  const groups = useQuery(subscriptionId === '' ? { ...groupsOf, queryFn: skipToken } : groupsOf)
  const locationsOf = locationsQuery(subscriptionId)
  const locations = useQuery(subscriptionId === '' ? { ...locationsOf, queryFn: skipToken } : locationsOf)
  const accessOf = resourceGroupAccessQuery(subscriptionId, resourceGroup)
  const access = useQuery(resourceGroup === '' ? { ...accessOf, queryFn: skipToken } : accessOf).data
  const list = groups.data?.resourceGroups ?? []
  const places = locations.data?.locations ?? []

  function followGroup(name: string) {
    const near = list.find((group) => group.name === name)?.location ?? ''
    if (places.some((one) => one.name === near && one.supportsTrusts)) form.setValue('location', near)
  }

  return (
    <>
      <SelectField
        control={form.control}
        name="subscriptionId"
        label="Subscription"
        prompt="Choose a subscription"
        options={(subscriptions.data?.subscriptions ?? []).map((one) => ({
          value: one.subscriptionId,
          label: one.displayName,
        }))}
        onChoice={() => form.setValue('resourceGroup', '')}
      />
      {subscriptions.error !== null && <ProblemNotice error={subscriptions.error} />}
      <SelectField
        control={form.control}
        name="resourceGroup"
        label="Resource group"
        prompt={subscriptionId === '' ? 'Choose the subscription first' : 'Choose a resource group'}
        options={list.map(({ name, location: near }) => ({ value: name, label: `${name} (${near})` }))}
        onChoice={followGroup}
      />
      {groups.error !== null && <ProblemNotice error={groups.error} onRetry={() => void groups.refetch()} />}
      {access !== undefined && !access.createIdentity.allowed && (
        <NoPermission to={`make identities in ${resourceGroup}`} access={access.createIdentity} />
      )}
      <SelectField
        control={form.control}
        name="location"
        label="Location"
        help="Follows the group. Trusts do not work in every region."
        prompt="Choose a location"
        options={locationOptions(places)}
        notes={locationNotes(location, places, locations.data?.supportAsOf ?? '')}
      />
    </>
  )
}
