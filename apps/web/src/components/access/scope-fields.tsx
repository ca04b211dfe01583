import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { Subscription } from '@trustwright/shared-schemas'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { resourceGroupsQuery } from '../../api/identity-queries.ts'
import { ChoiceField } from '../forms/choice-field.tsx'
import type { FieldNote } from '../forms/field-frame.tsx'
import { SelectField } from '../forms/select-field.tsx'
import { TextField } from '../forms/text-field.tsx'
import { TickField } from '../forms/tick-field.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { missedType } from './role-effects.ts'
import { roleIdOf, scopeOf, withoutEdges, type RoleFormValues } from './role-form.ts'

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px', minWidth: 0 },
  nested: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '16px',
    paddingLeft: '16px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
})

interface ScopeFieldsProps {
  readonly form: UseFormReturn<RoleFormValues>
  readonly values: RoleFormValues
  readonly subscriptions: readonly Subscription[]
}

/** Where the role is held, narrowest first. */
export function ScopeFields({ form, values, subscriptions }: ScopeFieldsProps) {
  const styles = useStyles()
  const { control } = form
  return (
    <section className={styles.section} aria-label="Where">
      <ChoiceField
        control={control}
        name="where"
        label="Where"
        help="The narrower, the less a stolen token opens."
        choices={[
          { value: 'resource', label: 'One resource', help: 'Such as one key vault. The narrowest.' },
          {
            value: 'resource-group',
            label: 'A resource group',
            help: 'Everything in it, also what is made later.',
          },
          { value: 'subscription', label: 'A whole subscription', help: 'Every group in it. Rarely needed.' },
        ]}
      />
      <div className={styles.nested}>
        {values.where === 'resource' ? (
          <TextField
            control={control}
            name="resourceId"
            label="Resource ID"
            help="From the resource’s Properties page, or “az resource show --query id”."
            mono
            lines={3}
            placeholder="/subscriptions/…/resourceGroups/rg-pay/providers/Microsoft.KeyVault/vaults/kv-pay"
            notes={resourceNotes(values)}
          />
        ) : (
          <SubscriptionField form={form} subscriptions={subscriptions} />
        )}
        {values.where === 'resource-group' && values.subscriptionId !== '' && (
          <GroupField form={form} subscriptionId={values.subscriptionId} />
        )}
        {values.where === 'subscription' && (
          <TickField
            control={control}
            name="acceptsBroad"
            label="It opens everything in the subscription, also what is made later. Nothing narrower will do."
          />
        )}
      </div>
    </section>
  )
}

/** Said about the pasted ID without refusing it. */
function resourceNotes(values: RoleFormValues): FieldNote[] {
  const scope = scopeOf(values)
  const missed = scope === null ? null : missedType(roleIdOf(values), scope)
  const isCut = scope !== null && scope !== values.resourceId && scope === withoutEdges(values.resourceId)
  return [
    ...(missed === null ? [] : [{ severity: 'warn', text: missed } as const]),
    ...(isCut
      ? [{ severity: 'info', text: 'White space around the ID and a slash after it are left out.' } as const]
      : []),
  ]
}

function SubscriptionField({ form, subscriptions }: Pick<ScopeFieldsProps, 'form' | 'subscriptions'>) {
  const chosen = useWatch({ control: form.control, name: 'subscriptionId' })
  const isKnown = chosen === '' || subscriptions.some(({ subscriptionId }) => subscriptionId === chosen)
  return (
    <SelectField
      control={form.control}
      name="subscriptionId"
      label="Subscription"
      prompt="Choose a subscription"
      options={[
        // The identity may lie in one that this person cannot list.
        ...(isKnown ? [] : [{ value: chosen, label: chosen }]),
        ...subscriptions.map(({ subscriptionId, displayName }) => ({
          value: subscriptionId,
          label: displayName,
        })),
      ]}
      onChoice={() => {
        form.setValue('resourceGroup', '')
        form.setValue('acceptsBroad', false)
      }}
    />
  )
}

function GroupField({
  form,
  subscriptionId,
}: Pick<ScopeFieldsProps, 'form'> & { readonly subscriptionId: string }) {
  const groups = useQuery(resourceGroupsQuery(subscriptionId))
  const chosen = useWatch({ control: form.control, name: 'resourceGroup' })
  const names = (groups.data?.resourceGroups ?? []).map(({ name }) => name)
  // The identity's own group is chosen before the list is read, and Azure may write it with other letters.
  const options =
    names.includes(chosen) || chosen === ''
      ? names
      : [chosen, ...names.filter((name) => name.toLowerCase() !== chosen.toLowerCase())]
  return (
    <>
      {groups.error !== null && <ProblemNotice error={groups.error} onRetry={() => void groups.refetch()} />}
      <SelectField
        control={form.control}
        name="resourceGroup"
        label="Resource group"
        prompt={groups.isPending ? 'Reading the groups' : 'Choose a resource group'}
        options={options.map((name) => ({ value: name, label: name }))}
      />
    </>
  )
}
