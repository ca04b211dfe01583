import { makeStyles, tokens } from '@fluentui/react-components'
import type { UseFormReturn } from 'react-hook-form'
import { TextField } from '../../components/forms/text-field.tsx'
import type { PatternFormValues } from './pattern-form.ts'

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: '16px', gridTemplateColumns: 'minmax(0, 1fr)' },
  folded: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  summary: { cursor: 'pointer', padding: '8px 12px', lineHeight: '24px', overflowWrap: 'anywhere' },
  value: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  inside: { padding: '4px 12px 12px' },
})

interface PatternDetailsSectionProps {
  readonly form: UseFormReturn<PatternFormValues>
  readonly values: PatternFormValues
  readonly proposal: string
  /** How many trusts the form makes. */
  readonly total: number
  /** Only trusts of applications have a description. */
  readonly describes: boolean
  /** A trust of the parent that has this name already. */
  readonly sameName: string | null
}

/** Name, audience and description. */
export function PatternDetailsSection({
  form,
  values,
  proposal,
  total,
  describes,
  sameName,
}: PatternDetailsSectionProps) {
  const styles = useStyles()
  const refused = form.formState.errors.audience !== undefined
  return (
    <section className={styles.section} aria-label="Name and audience">
      <TextField
        control={form.control}
        name="name"
        label="Name"
        help={`Cannot be changed later. Left empty, it ${total > 1 ? 'begins with' : 'is'} ${proposal}.`}
        placeholder={proposal}
        mono
        notes={
          sameName === null
            ? []
            : [{ severity: 'warn', text: `There is a trust named ${sameName}. Choose another name.` }]
        }
      />
      <details className={styles.folded} {...(refused ? { open: true } : {})}>
        <summary className={styles.summary}>
          Audience: <span className={styles.value}>{values.audience}</span>
        </summary>
        <div className={styles.inside}>
          <TextField
            control={form.control}
            name="audience"
            label="Audience"
            help="“aud” of the token, compared letter by letter. Patterns do not reach it."
            mono
          />
        </div>
      </details>
      {describes && (
        <details className={styles.folded} {...(values.description === '' ? {} : { open: true })}>
          <summary className={styles.summary}>
            Description: {values.description === '' ? 'none' : values.description}
          </summary>
          <div className={styles.inside}>
            <TextField
              control={form.control}
              name="description"
              label="Description"
              help="Stored beside the trust. Says why it is there."
              optional
              lines={2}
            />
          </div>
        </details>
      )}
    </section>
  )
}
