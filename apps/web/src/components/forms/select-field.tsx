import { Select, makeStyles } from '@fluentui/react-components'
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form'
import { FieldFrame, describedBy, type FieldWords } from './field-frame.tsx'

const useStyles = makeStyles({ field: { width: '100%', maxWidth: '640px' } })

export interface SelectOption {
  readonly value: string
  readonly label: string
  /** Options of one group stand together under its name. */
  readonly group?: string
}

interface SelectFieldProps<Values extends FieldValues> extends FieldWords {
  readonly control: Control<Values>
  readonly name: FieldPath<Values>
  readonly options: readonly SelectOption[]
  /** Stands for nothing chosen: `Choose a subscription`. */
  readonly prompt: string
  readonly onChoice?: (value: string) => void
}

/** A closed choice in the browser's own list: typing finds, screen readers know it. */
export function SelectField<Values extends FieldValues>(props: SelectFieldProps<Values>) {
  const { control, name, options, prompt, onChoice } = props
  const styles = useStyles()
  const {
    field: { value, ref, onBlur, onChange },
    fieldState,
  } = useController({ control, name })
  const error = fieldState.error?.message
  const groups = [...new Set(options.map(({ group }) => group))]
  return (
    <FieldFrame {...props} name={name} error={error}>
      <Select
        {...describedBy(name, props, error)}
        className={styles.field}
        name={name}
        value={value ?? ''}
        onBlur={onBlur}
        ref={ref}
        onChange={(_, { value }) => {
          onChange(value)
          onChoice?.(value)
        }}
      >
        <option value="">{prompt}</option>
        {groups.map((group) => {
          const inGroup = options
            .filter((option) => option.group === group)
            .map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))
          return group === undefined ? (
            inGroup
          ) : (
            <optgroup key={group} label={group}>
              {inGroup}
            </optgroup>
          )
        })}
      </Select>
    </FieldFrame>
  )
}
