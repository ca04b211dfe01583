import { Spinner, makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircle20Filled, Circle20Regular, DismissCircle20Filled } from '@fluentui/react-icons'

export type StepState = 'waiting' | 'running' | 'done' | 'was-there' | 'failed'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '8px' },
  step: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '8px',
    alignItems: 'center',
    overflowWrap: 'anywhere',
  },
  done: { color: tokens.colorStatusSuccessForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
})

const words: Record<StepState, string> = {
  waiting: 'not started',
  running: 'running',
  done: 'made',
  'was-there': 'there already',
  failed: 'failed',
}

interface StepListProps {
  readonly steps: readonly { readonly label: string; readonly state: StepState }[]
}

/** The steps of one form and how far each came. */
export function StepList({ steps }: StepListProps) {
  const styles = useStyles()
  return (
    <ol className={styles.list} aria-label="Progress" aria-live="polite">
      {steps.map(({ label, state }) => (
        <li key={label} className={styles.step}>
          {state === 'running' && <Spinner size="extra-tiny" aria-hidden="true" />}
          {state === 'waiting' && <Circle20Regular aria-hidden="true" />}
          {state === 'failed' && <DismissCircle20Filled className={styles.failed} aria-hidden="true" />}
          {(state === 'done' || state === 'was-there') && (
            <CheckmarkCircle20Filled className={styles.done} aria-hidden="true" />
          )}
          <span>
            {label}: {words[state]}
          </span>
        </li>
      ))}
    </ol>
  )
}
