import { makeStyles, mergeClasses } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { ProblemNotice } from '../problem-notice.tsx'
import { ErrorSummary } from './error-summary.tsx'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 640px) minmax(0, 1fr)',
    gap: '32px',
    maxWidth: '1200px',
    '@media (max-width: 1023px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  alone: {
    gridTemplateColumns: 'minmax(0, 640px)',
    '@media (max-width: 1023px)': { gridTemplateColumns: 'minmax(0, 640px)' },
  },
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '24px',
    alignContent: 'start',
    minWidth: 0,
  },
  aside: {
    minWidth: 0,
    position: 'sticky',
    top: '24px',
    alignSelf: 'start',
    '@media (max-width: 1023px)': { position: 'static' },
  },
})

interface FormShellProps<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>
  readonly onSubmit: (values: Values) => unknown
  /** What the server refused that belongs to no field; null when nothing. Nobody can forget it. */
  readonly submitError: unknown
  /** A `SubmitButton`, and at most a way back. */
  readonly actions: ReactNode
  /** What will happen, live: at the right, below on narrow screens. */
  readonly aside?: ReactNode
  /** Names the form for screen readers. */
  readonly label: string
  readonly children: ReactNode
}

/** The one form of the portal: summary of errors, fields, what the server refused, actions. */
export function FormShell<Values extends FieldValues>(props: FormShellProps<Values>) {
  const { form, onSubmit, submitError, actions, aside, label, children } = props
  const styles = useStyles()
  const { errors, submitCount, isSubmitting } = form.formState
  return (
    <div className={mergeClasses(styles.columns, aside === undefined && styles.alone)}>
      <form
        className={styles.form}
        aria-label={label}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isSubmitting) void form.handleSubmit(onSubmit)(event)
        }}
      >
        <ErrorSummary errors={errors} submitCount={submitCount} />
        {children}
        {submitError !== null && submitError !== undefined && <ProblemNotice error={submitError} />}
        {actions}
      </form>
      {aside !== undefined && <div className={styles.aside}>{aside}</div>}
    </div>
  )
}
