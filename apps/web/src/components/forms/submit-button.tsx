import { Button, Spinner, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { use, useId } from 'react'
import { WaitingContext } from './waiting.ts'

const useStyles = makeStyles({
  box: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  reason: { color: tokens.colorNeutralForeground2, maxWidth: '56ch' },
  // Between blocked and ready, and back, the words would pass through a grey that nobody can read.
  still: { transitionDuration: '0s' },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': {
      backgroundColor: tokens.colorStatusDangerBackground3Hover,
      color: tokens.colorNeutralForegroundOnBrand,
    },
    ':hover:active': {
      backgroundColor: tokens.colorStatusDangerBackground3Pressed,
      color: tokens.colorNeutralForegroundOnBrand,
    },
  },
})

interface SubmitButtonProps {
  /** The effect: `Create trust`. */
  readonly label: string
  /** What goes on: `Creating the trust`. */
  readonly busyLabel: string
  readonly busy: boolean
  /** Why it cannot be pressed, in words. Absent or null: it can. */
  readonly blockedReason?: string | null
  readonly type?: 'submit' | 'button'
  readonly danger?: boolean
  /** It did its work: another action of the page is the next one. */
  readonly isDone?: boolean
  readonly onClick?: () => void
}

/**
 * Names the effect, shows progress in place, and says why whenever it is disabled. It stays focusable. A form that waits to be sent again
 * has it in the box that says so.
 */
export function SubmitButton(props: SubmitButtonProps) {
  const { label, busyLabel, busy, blockedReason = null, type = 'submit', onClick } = props
  const { danger = false, isDone = false } = props
  const styles = useStyles()
  const reasonId = useId()
  const isWaiting = use(WaitingContext)
  const blocked = blockedReason !== null
  if (isWaiting && type === 'submit') return null
  return (
    <span className={styles.box}>
      <Button
        type={type}
        appearance={isDone ? 'secondary' : 'primary'}
        disabledFocusable={busy || blocked}
        className={mergeClasses(styles.still, danger && !blocked && !busy && styles.danger)}
        {...(busy ? { icon: <Spinner size="extra-tiny" aria-hidden="true" /> } : {})}
        {...(blocked ? { 'aria-describedby': reasonId } : {})}
        {...(onClick === undefined ? {} : { onClick })}
      >
        {busy ? busyLabel : label}
      </Button>
      {blocked && (
        <span className={styles.reason} id={reasonId}>
          {blockedReason}
        </span>
      )}
    </span>
  )
}
