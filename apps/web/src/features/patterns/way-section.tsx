import { makeStyles, tokens } from '@fluentui/react-components'
import type { Expression } from '@trustwright/federation'
import type { UseFormReturn } from 'react-hook-form'
import { ChoiceField } from '../../components/forms/choice-field.tsx'
import { TextField } from '../../components/forms/text-field.tsx'
import { wildcardLabel, wildcardsOf } from './classic-list.ts'
import type { PatternFormValues } from './pattern-form.ts'
import type { PatternWay } from './pattern-way.ts'

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: '16px', gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '64ch' },
})

const choices = [
  {
    value: 'pattern',
    label: 'One trust with the pattern',
    help: 'Also lets in what comes later: a preview at Azure (flexible federated identity credential).',
  },
  {
    value: 'list',
    label: 'Exact trusts, one for each value',
    help: 'Lets in what you list and nothing else. Works in every tenant.',
  },
]

const reasons = {
  issuer: 'Azure takes no pattern of this issuer, so these are exact trusts, one for each value.',
  tenant: 'This tenant takes no patterns here, so these are exact trusts, one for each value.',
} as const

interface WaySectionProps {
  readonly form: UseFormReturn<PatternFormValues>
  readonly way: PatternWay
  readonly expression: Expression | null
}

/** What to store: the pattern itself where Azure takes it, or the exact trusts that give the same. */
export function WaySection({ form, way, expression }: WaySectionProps) {
  const styles = useStyles()
  const wildcards = wildcardsOf(expression)
  return (
    <section className={styles.section} aria-label="What to store">
      <h2 className={styles.title}>What to store</h2>
      {way.because === null ? (
        <ChoiceField
          control={form.control}
          name="way"
          label="As"
          choices={choices}
          onChoice={() => form.clearErrors(['text', 'wildcards'])}
        />
      ) : (
        <p className={styles.quiet}>{reasons[way.because]}</p>
      )}
      {way.way === 'list' &&
        wildcards.map((wildcard, index) => (
          <TextField
            // oxlint-disable-next-line react/no-array-index-key -- the place in the subject is what identifies it
            key={index}
            control={form.control}
            name={`wildcards.${index}`}
            label={wildcardLabel(wildcard, index, wildcards.length)}
            help={
              wildcard.mark === '?'
                ? 'Single characters, parted by commas or one a line.'
                : 'Values, parted by commas or one a line. Each becomes a trust.'
            }
            placeholder={wildcard.mark === '?' ? '1, 2' : 'main, release'}
            lines={2}
            mono
          />
        ))}
      {way.way === 'list' && expression !== null && wildcards.length === 0 && (
        <p className={styles.quiet}>The subject has no wildcard, so one exact trust gives the same.</p>
      )}
    </section>
  )
}
