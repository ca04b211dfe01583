import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { ChoiceField } from '../../components/forms/choice-field.tsx'
import { TextField } from '../../components/forms/text-field.tsx'
import { counted } from '../../lib/words.ts'
import type { BulkValues } from './bulk-form.ts'
import type { NewTargets } from './bulk-targets.ts'
import { NewAccess } from './new-access.tsx'
import { NewPlaceFields } from './new-place-fields.tsx'

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
  /** A role for them is being chosen. */
  readonly onChoosing: (isChoosing: boolean) => void
}

/** New managed identities or applications, numbered, made by the run before their trusts. */
export function NewIdentitiesFields({ form, problems, needed, onChoosing }: NewIdentitiesFieldsProps) {
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
          {newKind === 'managedIdentity' && <NewPlaceFields form={form} />}
          <NewAccess form={form} onChoosing={onChoosing} />
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
