import { zodResolver } from '@hookform/resolvers/zod'
import type { Access, Location, ResourceGroup } from '@trustwright/shared-schemas'
import { useForm, useWatch } from 'react-hook-form'
import { FormShell } from '../../components/forms/form-shell.tsx'
import { SelectField } from '../../components/forms/select-field.tsx'
import { SubmitButton } from '../../components/forms/submit-button.tsx'
import { TextField } from '../../components/forms/text-field.tsx'
import { useDraft } from '../../components/use-draft.ts'
import { paths } from '../../paths.ts'
import { CreateProgress } from './create-progress.tsx'
import { GroupFields } from './group-fields.tsx'
import { emptyIdentityForm, IdentityForm, type IdentityFormValues } from './identity-form.ts'
import { locationNotes, locationOptions } from '../../components/forms/location-options.ts'
import { useCreateIdentity } from './use-create-identity.ts'
import { useMissingRight } from './use-missing-right.ts'

interface IdentityCreateFormProps {
  readonly subscriptionId: string
  readonly groups: readonly ResourceGroup[]
  /** Whether groups can be made here; null when that is not known. */
  readonly createGroup: Access | null
  /** Whether an identity can be made in a new group here; null when that is not known. */
  readonly createIdentity: Access | null
  readonly locations: readonly Location[]
  /** Day of the data on which regions support trusts, `YYYY-MM-DD`. */
  readonly supportAsOf: string
  /** Prefilled from the address. */
  readonly group: string | undefined
  readonly location: string | undefined
  readonly returnTo: string | undefined
}

/** Group, name and location of a new identity; one button makes what is missing. */
export function IdentityCreateForm(props: IdentityCreateFormProps) {
  const { subscriptionId, groups, createGroup, createIdentity, locations, supportAsOf, returnTo } = props
  const form = useForm<IdentityFormValues>({
    resolver: zodResolver(IdentityForm),
    defaultValues: startValues(props),
    mode: 'onTouched',
    shouldFocusError: false,
  })
  const draft = useDraft(paths.identityCreate({ subscription: subscriptionId }), form)
  const { progress, error, submit } = useCreateIdentity({
    subscriptionId,
    form,
    returnTo,
    onStored: draft.clear,
  })
  // The form starts with every value.
  const values = useWatch({ control: form.control }) as IdentityFormValues
  const right = useMissingRight(subscriptionId, values, { createGroup, createIdentity })
  const options = locationOptions(locations)

  // The identity lives beside its group unless a person chose a place already.
  function followGroup(location: string | undefined) {
    if (location === undefined || form.getValues('location') !== '') return
    form.setValue('location', location)
  }

  return (
    <FormShell
      form={form}
      label="New identity"
      onSubmit={submit}
      submitError={error}
      actions={
        <>
          <CreateProgress progress={progress} values={values} />
          <SubmitButton
            label={
              values.groupChoice === 'new' && progress.groupMade !== values.newGroupName
                ? 'Create group and identity'
                : 'Create identity'
            }
            busyLabel="Creating"
            busy={form.formState.isSubmitting}
            blockedReason={right.missing?.blockedReason ?? null}
          />
        </>
      }
    >
      <GroupFields
        form={form}
        groups={groups}
        right={right}
        locations={options}
        onGroup={(name) => followGroup(groups.find((group) => group.name === name)?.location)}
        onGroupLocation={followGroup}
      />
      <TextField
        control={form.control}
        name="identityName"
        label="Name"
        help="3 to 128 letters, digits, - and _. Cannot be changed later."
        mono
        placeholder="id-pay-prod"
      />
      <SelectField
        control={form.control}
        name="location"
        label="Location"
        help="Where the identity is kept. Workloads anywhere can sign in as it. It cannot move later."
        prompt="Choose a location"
        options={options}
        notes={locationNotes(values.location, locations, supportAsOf)}
      />
    </FormShell>
  )
}

function startValues({ groups, group, location }: IdentityCreateFormProps): IdentityFormValues {
  const known = groups.find(({ name }) => name.toLowerCase() === group?.toLowerCase())
  return {
    ...emptyIdentityForm,
    groupChoice: groups.length === 0 ? 'new' : 'existing',
    existingGroup: known?.name ?? '',
    location: location ?? known?.location ?? '',
  }
}
