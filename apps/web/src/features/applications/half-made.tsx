import { makeStyles } from '@fluentui/react-components'
import type { Application } from '@trustwright/shared-schemas'
import { useEffect, useRef, type ReactNode } from 'react'
import { ActionLink } from '../../components/action-link.tsx'
import { SubmitButton } from '../../components/forms/submit-button.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { Callout } from '../../ui/callout.tsx'
import type { Progress } from './create-application-steps.ts'

const useStyles = makeStyles({
  box: { display: 'grid', rowGap: '16px', maxWidth: '720px', minWidth: 0, outline: 'none' },
})

interface HalfMadeProps {
  readonly progress: Progress
  readonly application: Application
  readonly steps: ReactNode
  /** Of the last attempt to go on. */
  readonly error: unknown
  readonly onGoOn: () => unknown
  /** Where to go without the rest. */
  readonly address: string
}

/** The application exists: in place of the form, so that nobody makes it twice. */
export function HalfMade({ progress, application, steps, error, onGoOn, address }: HalfMadeProps) {
  const styles = useStyles()
  const box = useRef<HTMLDivElement>(null)
  const failed = progress.principal === 'failed'
  const busy = progress.principal === 'running'
  const { noOwner } = progress
  const needsWord = failed || noOwner !== null
  // The form that had the focus is gone.
  useEffect(() => {
    if (needsWord) box.current?.focus()
  }, [needsWord])
  // All is there, and the next page is on its way.
  if (!busy && !needsWord) return <div className={styles.box}>{steps}</div>
  return (
    <div ref={box} tabIndex={-1} className={styles.box}>
      {steps}
      {failed && (
        <Callout
          intent="warning"
          role="alert"
          title={`Created ${application.displayName}, but no service principal`}
        >
          <p>Nothing can sign in as the application until it has one. Trusts can be added already.</p>
          {progress.notDone !== null && (
            <p>
              {progress.notDone.detail} {progress.notDone.nextStep}
            </p>
          )}
        </Callout>
      )}
      {noOwner !== null && (
        <Callout
          intent="warning"
          role="alert"
          title={`Created ${application.displayName}, but you are not its owner`}
        >
          <p>
            {noOwner.detail} {noOwner.nextStep}
          </p>
        </Callout>
      )}
      {error !== null && <ProblemNotice error={error} />}
      {(failed || busy) && (
        <SubmitButton
          type="button"
          label="Make the service principal"
          busyLabel="Making the service principal"
          busy={busy}
          onClick={() => void onGoOn()}
        />
      )}
      <div>
        <ActionLink href={address}>{failed || busy ? 'Go on without it' : 'Go on'}</ActionLink>
      </div>
    </div>
  )
}
