import { Spinner, makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircle20Filled, Circle20Regular, DismissCircle20Filled } from '@fluentui/react-icons'
import { counted } from '../../lib/words.ts'
import type { CreateProgress, TrustStep, TrustStepState } from './create-trusts-steps.ts'

const useStyles = makeStyles({
  box: { display: 'grid', rowGap: '8px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '8px' },
  step: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '8px',
    alignItems: 'start',
    overflowWrap: 'anywhere',
  },
  done: { color: tokens.colorStatusSuccessForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
})

const words: Record<TrustStepState, string> = {
  waiting: 'not started',
  running: 'running',
  made: 'stored',
  'was-there': 'there already',
  failed: 'failed',
}

/** How far the trusts of one form came; shown once something was asked of Azure, and only where there are several. */
export function TrustsProgress({ steps }: CreateProgress) {
  const styles = useStyles()
  if (steps.length < 2) return null
  const stored = steps.filter(({ state }) => state === 'made' || state === 'was-there').length
  const failed = steps.some(({ state }) => state === 'failed')
  return (
    <div className={styles.box} aria-live="polite">
      <ol className={styles.list} aria-label="Progress">
        {steps.map((step) => (
          <Step key={step.name} {...step} />
        ))}
      </ol>
      {failed && (
        <p>
          Azure stores {stored} of {counted(steps.length, 'trust')}. What is stored stays; the button goes on
          with the rest.
        </p>
      )}
    </div>
  )
}

function Step({ name, state }: TrustStep) {
  const styles = useStyles()
  return (
    <li className={styles.step}>
      {state === 'running' && <Spinner size="extra-tiny" aria-hidden="true" />}
      {state === 'waiting' && <Circle20Regular aria-hidden="true" />}
      {state === 'failed' && <DismissCircle20Filled className={styles.failed} aria-hidden="true" />}
      {(state === 'made' || state === 'was-there') && (
        <CheckmarkCircle20Filled className={styles.done} aria-hidden="true" />
      )}
      <span>
        {name}: {words[state]}
      </span>
    </li>
  )
}
