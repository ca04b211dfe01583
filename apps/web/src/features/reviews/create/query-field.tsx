import { makeStyles, tokens } from '@fluentui/react-components'
import type { Control } from 'react-hook-form'
import { TextField } from '../../../components/forms/text-field.tsx'
import { counted } from '../../../lib/words.ts'
import type { ReviewForm } from './review-form.ts'

const useStyles = makeStyles({
  label: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface QueryFieldProps {
  readonly control: Control<ReviewForm>
  /** How many were named one by one; null where a query chooses. */
  readonly picked: number | null
}

/** Which trusts: those that were ticked in the list, or those that fit a query. */
export function QueryField({ control, picked }: QueryFieldProps) {
  const styles = useStyles()
  if (picked !== null) {
    return (
      <div>
        <p className={styles.label}>Trusts</p>
        <p
          className={styles.quiet}
        >{`The ${counted(picked, 'trust')} that ${picked === 1 ? 'was' : 'were'} ticked in the list.`}</p>
      </div>
    )
  }
  return (
    <TextField
      control={control}
      name="query"
      label="Trusts"
      help="In the language of the trusts page, such as risk:high,critical env:prod. Empty: all of them."
      optional
      mono
    />
  )
}
