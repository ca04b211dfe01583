import { makeStyles } from '@fluentui/react-components'
import type { Subscription } from '@trustwright/shared-schemas'
import { useEffect } from 'react'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { locationNotes, locationOptions } from '../../../components/forms/location-options.ts'
import { SelectField } from '../../../components/forms/select-field.tsx'
import { TextField } from '../../../components/forms/text-field.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { NoPermission } from '../../../components/state-views.tsx'
import { locationOfGroup, newGroup, startOfGroup, type IdentityValues } from './identity-choice.ts'
import type { NewPlace } from './identity-new-place.ts'

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '16px',
  },
})

interface NewIdentityFieldsProps {
  readonly form: UseFormReturn<IdentityValues>
  readonly subscriptions: readonly Subscription[]
  readonly place: NewPlace
}

/** Where the new identity lives, and its name, proposed from the workload's. */
export function NewIdentityFields({ form, subscriptions, place }: NewIdentityFieldsProps) {
  const styles = useStyles()
  const { control } = form
  const [subscriptionId, group, location] = useWatch({
    control,
    name: ['subscriptionId', 'group', 'location'],
  })
  const { groups, known, locations, missing } = place
  const isMaking = group === newGroup

  // What a draft names, or is the only one, is settled once the groups are read.
  useEffect(() => {
    const start = known === null ? null : startOfGroup(form.getValues(), known)
    if (start === null) return
    form.setValue('group', start.group)
    form.setValue('newGroupName', start.newGroupName)
    if (start.location !== '') form.setValue('location', start.location)
  }, [known, form])

  function follow(name: string) {
    form.clearErrors(['group', 'newGroupName'])
    const near = locationOfGroup(groups, name)
    const supported = locations.some((one) => one.name === near && one.supportsTrusts)
    if (near !== '' && (supported || locations.length === 0)) form.setValue('location', near)
  }

  return (
    <div className={styles.fields}>
      <SelectField
        control={control}
        name="subscriptionId"
        label="Subscription"
        prompt="Choose a subscription"
        options={subscriptions.map((one) => ({ value: one.subscriptionId, label: one.displayName }))}
        onChoice={() => form.setValue('group', '')}
      />
      <SelectField
        control={control}
        name="group"
        label="Resource group"
        prompt={subscriptionId === '' ? 'Choose the subscription first' : 'Choose a resource group'}
        options={[
          // Chosen before the list was read.
          ...(known === null && group !== '' && !isMaking ? [{ value: group, label: group }] : []),
          ...groups.map(({ name, location: near }) => ({ value: name, label: `${name} (${near})` })),
          ...(subscriptionId === '' ? [] : [{ value: newGroup, label: 'Make a new group' }]),
        ]}
        onChoice={follow}
      />
      {place.error !== null && <ProblemNotice error={place.error} onRetry={place.askAgain} />}
      {missing !== null && <NoPermission to={missing.to} access={missing.access} />}
      {isMaking && (
        <TextField
          control={control}
          name="newGroupName"
          label="Name of the group"
          help="Made right before the identity, in the same location. Letters, digits, - _ ( ) and dots."
          mono
        />
      )}
      <SelectField
        control={control}
        name="location"
        label="Location"
        help={
          isMaking
            ? 'Of the group and the identity. Trusts do not work in every region.'
            : 'Follows the group. Trusts do not work in every region.'
        }
        prompt="Choose a location"
        options={locationOptions(locations)}
        notes={locationNotes(location, locations, place.supportAsOf)}
      />
      <TextField
        control={control}
        name="identityName"
        label="Name of the identity"
        help="Cannot be changed later. Letters, digits, - and _, 3 to 128 of them."
        mono
      />
    </div>
  )
}
