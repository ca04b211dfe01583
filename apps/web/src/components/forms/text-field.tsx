import { Input, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form'
import { FieldFrame, describedBy, fieldIds, type FieldWords } from './field-frame.tsx'

const useStyles = makeStyles({
  field: { width: '100%', maxWidth: '640px' },
  mono: { fontFamily: tokens.fontFamilyMonospace },
})

interface TextFieldProps<Values extends FieldValues> extends FieldWords {
  readonly control: Control<Values>
  readonly name: FieldPath<Values>
  /** An identifier: every letter counts, so it is set in monospace. */
  readonly mono?: boolean
  /** Lines of a larger field. */
  readonly lines?: number
  /** Letters that a larger field takes: a paste of megabytes would stop the browser. */
  readonly maxLength?: number
  readonly placeholder?: string | undefined
  readonly inputMode?: 'text' | 'numeric' | 'url'
  readonly readOnly?: boolean
  /** Offered by the browser while typing; anything else may be typed. One line only. */
  readonly suggestions?: readonly string[]
  /** Behind the value, such as a button. */
  readonly contentAfter?: ReactElement
  /** Runs after the form took the new text, to reset what depends on it. */
  readonly onTextChange?: (text: string) => void
}

/** A field of text, bound to the form. What was typed stays whatever happens. */
export function TextField<Values extends FieldValues>(props: TextFieldProps<Values>) {
  const {
    control,
    name,
    mono = false,
    lines,
    maxLength,
    placeholder,
    inputMode,
    readOnly = false,
    suggestions = [],
    contentAfter,
    onTextChange,
  } = props
  const listId = `${fieldIds(name).input}-list`
  const styles = useStyles()
  const {
    field: { value, ref, onBlur, onChange },
    fieldState,
  } = useController({ control, name })
  const error = fieldState.error?.message
  const shared = {
    ...describedBy(name, props, error),
    name,
    // A form may start without a value for an optional field.
    value: (value ?? '') as string,
    onBlur,
    ref,
    readOnly,
    placeholder,
    autoComplete: 'off',
    autoCapitalize: 'off',
    spellCheck: false,
    className: mergeClasses(styles.field, mono && styles.mono),
  }
  const take = (text: string) => {
    onChange(text)
    onTextChange?.(text)
  }
  return (
    <FieldFrame {...props} name={name} error={error}>
      {suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.map((text) => (
            <option key={text}>{text}</option>
          ))}
        </datalist>
      )}
      {lines === undefined ? (
        <Input
          {...shared}
          {...(suggestions.length === 0 ? {} : { list: listId })}
          {...(inputMode === undefined ? {} : { inputMode })}
          {...(contentAfter === undefined ? {} : { contentAfter })}
          input={mono ? { className: styles.mono } : {}}
          onChange={(_, { value }) => take(value)}
        />
      ) : (
        <Textarea
          {...shared}
          rows={lines}
          {...(maxLength === undefined ? {} : { maxLength })}
          resize="vertical"
          textarea={mono ? { className: styles.mono } : {}}
          onChange={(_, { value }) => take(value)}
        />
      )}
    </FieldFrame>
  )
}
