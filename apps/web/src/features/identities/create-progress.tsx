import { Spinner, makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircle20Filled, Circle20Regular, DismissCircle20Filled } from '@fluentui/react-icons'
import type { Progress, StepState } from './create-identity-steps.ts'
import type { IdentityFormValues } from './identity-form.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '8px' },
  step: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '8px',
    alignItems: 'center',
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

/** Both steps and how far each came; shown once something was asked of Azure. */
export function CreateProgress({
  progress,
  values,
}: {
  readonly progress: Progress
  readonly values: IdentityFormValues
}) {
  const styles = useStyles()
  if (progress.group === 'waiting' && progress.identity === 'waiting') return null
  const isNew = values.groupChoice === 'new'
  return (
    <ol className={styles.list} aria-label="Progress" aria-live="polite">
      {isNew && <Step label={`Resource group ${values.newGroupName}`} state={progress.group} />}
      <Step label={`Identity ${values.identityName}`} state={progress.identity} />
    </ol>
  )
}

function Step({ label, state }: { readonly label: string; readonly state: StepState }) {
  const styles = useStyles()
  return (
    <li className={styles.step}>
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
  )
}
