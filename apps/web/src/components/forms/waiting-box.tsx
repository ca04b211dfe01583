import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { Callout } from '../../ui/callout.tsx'
import type { RetryState } from './use-retry-wait.ts'

const useStyles = makeStyles({
  box: {
    maxWidth: '624px',
    marginTop: '24px',
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    outlineStyle: 'none',
    // Stays in sight wherever the form is scrolled to, and moves none of its fields.
    position: 'sticky',
    bottom: '16px',
    zIndex: 1,
  },
})

interface WaitingBoxProps {
  readonly words: NonNullable<RetryState['words']>
  readonly onSend: () => void
  readonly onStop: () => void
}

/** A refusal that waiting helps: in the place of the button that sent the form, where the focus comes along. */
export function WaitingBox({ words, onSend, onStop }: WaitingBoxProps) {
  const styles = useStyles()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button that had it is gone; who is in a field stays there.
    if (document.activeElement === document.body) box.current?.focus()
  }, [])
  return (
    <div className={styles.box} ref={box} tabIndex={-1}>
      <Callout
        intent="information"
        role="alert"
        title={words.title}
        actions={
          <>
            <Button appearance="primary" onClick={onSend}>
              Try now
            </Button>
            <Button onClick={onStop}>Stop waiting</Button>
          </>
        }
      >
        <p>{words.state}</p>
        {/* A timer is not announced each second; its start and end are. */}
        <p role="timer" aria-live="off">
          {words.countdown}
        </p>
      </Callout>
    </div>
  )
}
