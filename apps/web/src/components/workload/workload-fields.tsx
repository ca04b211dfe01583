import { makeStyles, tokens } from '@fluentui/react-components'
import { presetById, type Cause, type FieldGuide, type PresetId, type Warning } from '@trustwright/federation'
import type { TrustParent } from '@trustwright/shared-schemas'
import { Fragment } from 'react'
import type { FieldPath, UseFormReturn } from 'react-hook-form'
import { faultNotes } from '../checks/fault-notes.ts'
import { ChoiceField } from '../forms/choice-field.tsx'
import type { FieldNote } from '../forms/field-frame.tsx'
import { TextField } from '../forms/text-field.tsx'
import { hostOfFields } from './asked-github.ts'
import { FindGithubIds } from './find-github-ids.tsx'
import { PlatformChooser } from './platform-chooser.tsx'
import { PlatformFacts } from './platform-facts.tsx'
import type { TrustFormValues } from './trust-form.ts'

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: '16px', minWidth: 0 },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
})

interface WorkloadFieldsProps {
  readonly form: UseFormReturn<TrustFormValues>
  readonly presetId: PresetId
  /** Of the chosen parent; null while there is none. */
  readonly kind: TrustParent['kind'] | null
  readonly values: Readonly<Record<string, string>>
  readonly warnings: readonly Warning[]
  /** What would fail of the claims: marked at their fields, where the platform asks for the claims themselves. */
  readonly causes?: readonly Cause[]
  /** Runs after any of these fields changed. */
  readonly onChange: () => void
  /** The platform is decided already, so only its fields are asked for. */
  readonly chosen?: boolean
  /** Fields that something else answers. */
  readonly hidden?: readonly string[]
  /** Values to choose from while typing, by field. */
  readonly suggestions?: Readonly<Record<string, readonly string[]>>
  /** Says where the platform's facts come from. */
  readonly facts?: boolean
}

/** Where the workload runs, and the fields that its platform asks for. */
export function WorkloadFields(props: WorkloadFieldsProps) {
  const { form, presetId, kind, values, warnings, onChange } = props
  const { causes = [], chosen = false, hidden = [], suggestions = {}, facts = true } = props
  const styles = useStyles()
  const preset = presetById(presetId)
  return (
    <section className={styles.section} aria-label="Workload">
      {!chosen && <h2 className={styles.title}>Workload</h2>}
      {!chosen && <PlatformChooser form={form} presetId={presetId} kind={kind} onChange={onChange} />}
      {facts && <PlatformFacts preset={preset} />}
      {preset.fieldKeys
        .filter((key) => !hidden.includes(key) && isShown(preset.fieldGuides[key], values))
        .map((key) => (
          // Fields of two platforms may share a key, but never an input.
          <Fragment key={`${presetId} ${key}`}>
            {presetId === 'github-actions' && key === 'ownerId' && (
              <FindGithubIds
                owner={values['owner'] ?? ''}
                repository={values['repository'] ?? ''}
                host={hostOfFields(values)}
              />
            )}
            <PresetField
              form={form}
              presetId={presetId}
              fieldKey={key}
              guide={preset.fieldGuides[key]}
              notes={[
                ...notesOf(key, warnings, values),
                ...(presetId === 'other-issuer' ? faultNotes(causes, key) : []),
              ]}
              suggestions={suggestions[key] ?? []}
              onChange={onChange}
            />
          </Fragment>
        ))}
    </section>
  )
}

function isShown(guide: FieldGuide | undefined, values: Readonly<Record<string, string>>): boolean {
  const when = guide?.shownWhen
  return guide !== undefined && (when === undefined || when.is.includes(values[when.field] ?? ''))
}

/** What is worth saying at a field. Refusals come from the form itself. */
function notesOf(
  key: string,
  warnings: readonly Warning[],
  values: Readonly<Record<string, string>>,
): FieldNote[] {
  if ((values[key] ?? '') === '') return []
  return warnings.flatMap(({ field, severity, text, fix }) =>
    field === key && severity !== 'block' ? [{ severity, text: `${text} ${fix}` }] : [],
  )
}

interface PresetFieldProps {
  readonly form: UseFormReturn<TrustFormValues>
  readonly presetId: PresetId
  readonly fieldKey: string
  readonly guide: FieldGuide | undefined
  readonly notes: readonly FieldNote[]
  readonly suggestions: readonly string[]
  readonly onChange: () => void
}

function PresetField(props: PresetFieldProps) {
  const { form, presetId, fieldKey, guide, notes, suggestions, onChange } = props
  // Keys come from the preset that the form was built from.
  const name = `fields.${presetId}.${fieldKey}` as FieldPath<TrustFormValues>
  if (guide === undefined) return null
  const words = {
    label: guide.label,
    help: guide.help,
    notes,
    optional: guide.optional === true && guide.options === undefined,
  }
  return guide.options === undefined ? (
    <TextField
      control={form.control}
      name={name}
      {...words}
      mono
      placeholder={guide.example}
      suggestions={suggestions}
      onTextChange={(text) => {
        onChange()
        // Said while it is typed: after the field is left, the words would move the way to a pattern from under the pointer.
        if (/[*?]/.test(text)) void form.trigger(name)
      }}
    />
  ) : (
    <ChoiceField control={form.control} name={name} {...words} choices={guide.options} onChoice={onChange} />
  )
}
