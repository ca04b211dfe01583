import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Delete20Regular } from '@fluentui/react-icons'
import { expressionIssuerOf } from '@trustwright/federation'
import type { UseFormReturn } from 'react-hook-form'
import { SelectField } from '../../components/forms/select-field.tsx'
import { TextField } from '../../components/forms/text-field.tsx'
import { claimChoices, operatorsOf, type PatternFormValues, type TermRow } from './pattern-form.ts'
import { exampleValue } from './pattern-issuers.ts'

const useStyles = makeStyles({
  row: {
    border: 'none',
    margin: 0,
    padding: '0 0 16px',
    minWidth: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) auto',
    gap: '8px 12px',
    alignItems: 'end',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 479px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  // At a narrow width the comparison stands under the claim, across the row.
  claim: { minWidth: 0 },
  operator: { minWidth: 0, '@media (max-width: 479px)': { gridColumn: '1 / -1', gridRow: 2 } },
  value: { gridColumn: '1 / -1', minWidth: 0 },
  legend: {
    padding: 0,
    marginBottom: '4px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
})

const words = { eq: 'is exactly (eq)', matches: 'has the form (matches)' } as const

interface TermRowFieldsProps {
  readonly form: UseFormReturn<PatternFormValues>
  readonly issuer: string
  readonly index: number
  readonly row: TermRow
  readonly onChange: () => void
  /** Absent for the only term. */
  readonly onRemove?: () => void
}

/** One term: the claim, how it compares, and with what. Only what Azure takes of the issuer is offered. */
export function TermRowFields({ form, issuer, index, row, onChange, onRemove }: TermRowFieldsProps) {
  const styles = useStyles()
  const operators = operatorsOf(issuer, row.claim)
  const current = row.operator !== '' && !operators.includes(row.operator) ? [row.operator] : []
  return (
    <fieldset className={styles.row}>
      <legend className={styles.legend}>
        {index === 0 ? 'Term 1' : `Term ${index + 1}, which has to hold too`}
      </legend>
      <div className={styles.claim}>
        <SelectField
          control={form.control}
          name={`rows.${index}.claim`}
          label="Claim"
          prompt="Choose a claim"
          options={claimChoices(issuer, row.claim)}
          onChoice={(claim) => {
            const [first] = operatorsOf(issuer, claim)
            const now = form.getValues(`rows.${index}.operator`)
            if (first !== undefined && (now === '' || !operatorsOf(issuer, claim).includes(now)))
              form.setValue(`rows.${index}.operator`, first)
            onChange()
          }}
        />
      </div>
      <div className={styles.operator}>
        <SelectField
          control={form.control}
          name={`rows.${index}.operator`}
          label="Compares"
          prompt="Choose how"
          options={[
            ...operators.map((value) => ({ value, label: words[value] })),
            ...current.map((value) => ({ value, label: `${words[value]}, which Azure does not take` })),
          ]}
          onChoice={onChange}
        />
      </div>
      {onRemove !== undefined && (
        <Button
          appearance="subtle"
          icon={<Delete20Regular />}
          aria-label={`Remove term ${index + 1}`}
          onClick={onRemove}
        />
      )}
      <div className={styles.value}>
        <TextField
          control={form.control}
          name={`rows.${index}.value`}
          label="Value"
          {...(row.operator === 'matches'
            ? { help: '* stands for any run of characters, also across / and :, and ? for exactly one.' }
            : {})}
          placeholder={row.claim === '' ? '' : exampleValue(expressionIssuerOf(issuer), row.claim)}
          mono
          onTextChange={onChange}
        />
      </div>
    </fieldset>
  )
}
