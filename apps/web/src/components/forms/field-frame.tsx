import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ErrorCircle16Filled, Warning16Filled, Info16Regular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '4px',
    minWidth: 0,
    border: 'none',
    margin: 0,
    padding: 0,
  },
  label: { fontWeight: tokens.fontWeightSemibold, lineHeight: '20px', padding: 0 },
  optional: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  help: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    maxWidth: '64ch',
  },
  message: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: '8px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    marginTop: '4px',
  },
  error: { color: tokens.colorStatusDangerForeground1 },
  warn: { color: tokens.colorStatusWarningForeground3 },
  fault: { color: tokens.colorStatusDangerForeground1 },
  info: { color: tokens.colorNeutralForeground2 },
})

/** Said at a field without refusing it. `fault`: the value is taken, and would fail. */
export interface FieldNote {
  readonly severity: 'fault' | 'warn' | 'info'
  readonly text: string
}

export interface FieldWords {
  readonly label: string
  /** Before the mistake: what belongs here. */
  readonly help?: string | undefined
  readonly optional?: boolean
  readonly notes?: readonly FieldNote[] | undefined
}

/** Ids that tie a field's label, help, notes and error to its input. */
export function fieldIds(name: string) {
  const id = `field-${name.replace(/[^A-Za-z0-9]+/g, '-')}`
  return { input: id, label: `${id}-label`, help: `${id}-help`, notes: `${id}-notes`, error: `${id}-error` }
}

/** Attributes of the input. */
export function describedBy(name: string, { help, notes: all = [] }: FieldWords, error: string | undefined) {
  const ids = fieldIds(name)
  const notes = notesBeside(error, all)
  const parts = [
    ...(help === undefined ? [] : [ids.help]),
    ...(notes.length === 0 ? [] : [ids.notes]),
    ...(error === undefined ? [] : [ids.error]),
  ]
  return {
    id: ids.input,
    'aria-invalid': error !== undefined || notes.some(({ severity }) => severity === 'fault'),
    ...(parts.length === 0 ? {} : { 'aria-describedby': parts.join(' ') }),
  }
}

/** What the form refuses needs no word that it would fail too. */
function notesBeside(error: string | undefined, notes: readonly FieldNote[]): readonly FieldNote[] {
  return error === undefined ? notes : notes.filter(({ severity }) => severity !== 'fault')
}

const marks = {
  fault: <ErrorCircle16Filled aria-label="Would fail:" />,
  warn: <Warning16Filled aria-label="Warning:" />,
  info: <Info16Regular aria-label="Note:" />,
} as const

interface FieldFrameProps extends FieldWords {
  readonly name: string
  readonly error: string | undefined
  readonly children: ReactNode
  /** A group of choices has a legend, one input a label. */
  readonly group?: boolean
}

/** Label above, help under the label, the input, then notes and the error. */
export function FieldFrame({
  name,
  label,
  help,
  optional = false,
  notes: all = [],
  error,
  children,
  group = false,
}: FieldFrameProps) {
  const styles = useStyles()
  const ids = fieldIds(name)
  const notes = notesBeside(error, all)
  const words = (
    <>
      {label}
      {optional && <span className={styles.optional}> (optional)</span>}
    </>
  )
  const body = (
    <>
      {help !== undefined && (
        <div className={styles.help} id={ids.help}>
          {help}
        </div>
      )}
      {children}
      {notes.length > 0 && (
        <div id={ids.notes}>
          {notes.map(({ severity, text }) => (
            <div className={mergeClasses(styles.message, styles[severity])} key={text}>
              {marks[severity]}
              <span>{text}</span>
            </div>
          ))}
        </div>
      )}
      {error !== undefined && (
        <div className={mergeClasses(styles.message, styles.error)} id={ids.error}>
          <ErrorCircle16Filled aria-label="Needs a change:" />
          <span>{error}</span>
        </div>
      )}
    </>
  )
  if (group) {
    return (
      <fieldset
        className={styles.frame}
        aria-describedby={describedBy(name, { label, help, notes }, error)['aria-describedby']}
      >
        <legend className={styles.label}>{words}</legend>
        {body}
      </fieldset>
    )
  }
  return (
    <div className={styles.frame}>
      <label className={styles.label} id={ids.label} htmlFor={ids.input}>
        {words}
      </label>
      {body}
    </div>
  )
}
