import { makeStyles, mergeClasses } from '@fluentui/react-components'
import { useEffect, useRef, type ReactNode } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { ProblemNotice } from '../problem-notice.tsx'
import { ErrorSummary } from './error-summary.tsx'
import type { FlatError } from './flat-errors.ts'
import type { RetriedWrite } from './retry-wait.ts'
import { useRetryWait } from './use-retry-wait.ts'
import { WaitingBox } from './waiting-box.tsx'
import { WaitingContext } from './waiting.ts'
import { whatWasDone } from './what-was-done.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 624px) minmax(400px, 1fr)',
    gridTemplateRows: 'auto 1fr',
    gap: '24px 32px',
    maxWidth: '1200px',
    '@media (max-width: 1199px)': { gridTemplateColumns: 'minmax(0, 640px)', gridTemplateRows: 'none' },
  },
  alone: { gridTemplateColumns: 'minmax(0, 640px)', gridTemplateRows: 'none' },
  // What takes the focus must not come to lie under the box that waits.
  waiting: { '& *': { scrollMarginBottom: '240px' } },
  part: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '24px',
    alignContent: 'start',
    minWidth: 0,
  },
  aside: {
    minWidth: 0,
    gridColumn: 2,
    gridRow: '1 / span 2',
    position: 'sticky',
    top: '24px',
    alignSelf: 'start',
    '@media (max-width: 1199px)': { position: 'static', gridColumn: 'auto', gridRow: 'auto' },
  },
})

interface FormShellProps<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>
  readonly onSubmit: (values: Values) => unknown
  /** What the server refused that belongs to no field; null when nothing. Nobody can forget it. */
  readonly submitError: unknown
  /** Tells `submitError` in the form's own way, where it has one. */
  readonly refusal?: ReactNode
  /** A `SubmitButton`, and at most a way back. */
  readonly actions: ReactNode
  /** What will happen, live: at the right, or between fields and actions where there is no room beside them. */
  readonly aside?: ReactNode
  /** What is wrong beside the fields, such as a choice that lives in the address. */
  readonly furtherErrors?: readonly FlatError[]
  /** What is written: where Azure is only busy, it is sent again after a wait that everybody sees. Left out: never. */
  readonly retries?: RetriedWrite
  /** How many trusts of this form are stored already. */
  readonly stored?: number
  /** Names the form for screen readers. */
  readonly label: string
  readonly children: ReactNode
}

/** The one form of the portal: summary of errors, fields, what the server refused, actions. */
export function FormShell<Values extends FieldValues>(props: FormShellProps<Values>) {
  const { form, onSubmit, submitError, actions, aside, furtherErrors = [], label, children } = props
  const { retries, stored = 0, refusal: told } = props
  const styles = useStyles()
  const element = useRef<HTMLFormElement>(null)
  const { errors, submitCount, isSubmitting } = form.formState
  const refusal = isSubmitting ? null : submitError
  const retry = useRetryWait({
    error: refusal,
    write: retries,
    stored,
    onRetry: () => void form.handleSubmit(onSubmit)(),
  })
  const isWaiting = retry.words !== null
  const wasWaiting = useRef(false)
  useEffect(() => {
    // The pressed button went with its box: the one that sends the form is back.
    if (wasWaiting.current && !isWaiting && document.activeElement === document.body)
      element.current?.querySelector<HTMLElement>('button[type="submit"]')?.focus()
    wasWaiting.current = isWaiting
  }, [isWaiting])
  return (
    <form
      ref={element}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isSubmitting) void form.handleSubmit(onSubmit)(event)
      }}
    >
      <div
        className={mergeClasses(
          styles.columns,
          aside === undefined && styles.alone,
          isWaiting && styles.waiting,
        )}
      >
        <div className={styles.part}>
          <ErrorSummary errors={errors} submitCount={submitCount} further={furtherErrors} />
          {children}
        </div>
        {/* Before the actions in the document too: whoever tabs or scrolls meets the effect before the button. */}
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
        <div className={styles.part}>
          {retry.isRefused && told}
          {retry.isRefused && told === undefined && (
            <ProblemNotice
              error={refusal}
              done={retries === undefined ? null : whatWasDone(refusal, retries, stored)}
            />
          )}
          <WaitingContext value={isWaiting}>{actions}</WaitingContext>
        </div>
      </div>
      {retry.words !== null && <WaitingBox words={retry.words} onSend={retry.sendNow} onStop={retry.stop} />}
    </form>
  )
}
