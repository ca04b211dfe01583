import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { ErrorCircle16Filled } from '@fluentui/react-icons'
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form'
import { describedBy, fieldIds } from './field-frame.tsx'

const useStyles = makeStyles({
  box: { display: 'grid', justifyItems: 'start', minWidth: 0 },
  error: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: '8px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorStatusDangerForeground1,
  },
})

interface TickFieldProps<Values extends FieldValues> {
  readonly control: Control<Values>
  readonly name: FieldPath<Values>
  /** What the person says by ticking it. */
  readonly label: string
}

/** One statement to agree to before something far-reaching is done. */
export function TickField<Values extends FieldValues>({ control, name, label }: TickFieldProps<Values>) {
  const styles = useStyles()
  const {
    field: { value, ref, onBlur, onChange },
    fieldState,
  } = useController({ control, name })
  const error = fieldState.error?.message
  return (
    <div className={styles.box}>
      <Checkbox
        {...describedBy(name, { label }, error)}
        ref={ref}
        name={name}
        label={label}
        checked={value === true}
        onBlur={onBlur}
        onChange={(_, { checked }) => onChange(checked === true)}
      />
      {error !== undefined && (
        <div className={styles.error} id={fieldIds(name).error}>
          <ErrorCircle16Filled aria-label="Needs a change:" />
          <span>{error}</span>
        </div>
      )}
    </div>
  )
}
