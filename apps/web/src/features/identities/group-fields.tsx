import type { ResourceGroup } from '@trustwright/shared-schemas'
import { makeStyles, tokens } from '@fluentui/react-components'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { ChoiceField } from '../../components/forms/choice-field.tsx'
import { SelectField, type SelectOption } from '../../components/forms/select-field.tsx'
import { TextField } from '../../components/forms/text-field.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { NoPermission } from '../../components/state-views.tsx'
import type { IdentityFormValues } from './identity-form.ts'
import type { useMissingRight } from './use-missing-right.ts'

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: '16px', minWidth: 0 },
  nested: {
    display: 'grid',
    rowGap: '16px',
    paddingLeft: '16px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
})

interface GroupFieldsProps {
  readonly form: UseFormReturn<IdentityFormValues>
  readonly groups: readonly ResourceGroup[]
  readonly right: ReturnType<typeof useMissingRight>
  readonly locations: readonly SelectOption[]
  readonly onGroup: (name: string) => void
  readonly onGroupLocation: (location: string) => void
}

/** The resource group: one that exists, or a new one made on the way. */
export function GroupFields({ form, groups, right, locations, onGroup, onGroupLocation }: GroupFieldsProps) {
  const styles = useStyles()
  const { missing, error, askAgain } = right
  const notice = missing !== null && <NoPermission to={missing.to} access={missing.access} />
  const choice = useWatch({ control: form.control, name: 'groupChoice' })
  return (
    <section className={styles.section} aria-label="Resource group">
      <ChoiceField
        control={form.control}
        name="groupChoice"
        label="Resource group"
        choices={[
          { value: 'existing', label: `An existing one${groups.length === 0 ? ' (there is none yet)' : ''}` },
          { value: 'new', label: 'Create a new one' },
        ]}
      />
      <div className={styles.nested}>
        {choice === 'existing' ? (
          <>
            <SelectField
              control={form.control}
              name="existingGroup"
              label="Group"
              prompt="Choose a resource group"
              options={groups.map(({ name, location }) => ({ value: name, label: `${name} (${location})` }))}
              onChoice={onGroup}
            />
            {error !== null && <ProblemNotice error={error} onRetry={askAgain} />}
            {notice}
          </>
        ) : (
          <>
            {notice}
            <TextField
              control={form.control}
              name="newGroupName"
              label="Name of the group"
              help="Letters, digits, - _ ( ) and dots, at most 90 of them."
              mono
              placeholder="rg-pay"
            />
            <SelectField
              control={form.control}
              name="newGroupLocation"
              label="Location of the group"
              help="Where Azure keeps the group’s own records. What is in it may live elsewhere."
              prompt="Choose a location"
              options={locations}
              onChoice={onGroupLocation}
            />
          </>
        )}
      </div>
    </section>
  )
}
