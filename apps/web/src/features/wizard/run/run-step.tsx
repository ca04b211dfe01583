import { Spinner, makeStyles, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircle20Filled,
  Circle20Regular,
  DismissCircle20Filled,
  Warning20Regular,
} from '@fluentui/react-icons'
import type { SetUpItemProgress, SetUpStep, SetUpStepState } from '@trustwright/shared-schemas'
import { AppLink } from '../../../components/app-link.tsx'
import { CopyButton } from '../../../components/copy-button.tsx'
import { MissingRight } from '../../../components/missing-right.tsx'
import { requestToAdmin } from '../../../components/request-to-admin.ts'
import { useNow } from '../../../components/use-now.ts'
import { useRequester } from '../../../components/use-requester.ts'
import { duration, exactTime } from '../../../lib/time.ts'
import { paths } from '../../../paths.ts'
import { parentOf, stepWords } from './run-words.ts'

const useStyles = makeStyles({
  step: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '8px',
    alignItems: 'start',
    overflowWrap: 'anywhere',
  },
  words: { display: 'grid', rowGap: '4px', justifyItems: 'start' },
  done: { color: tokens.colorStatusSuccessForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
  unsure: { color: tokens.colorStatusWarningForeground3 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface RunStepProps {
  readonly step: SetUpStep
  readonly item: SetUpItemProgress
}

/** One thing that is made: how it stands, why not, and what to do about it. */
export function RunStep({ step, item }: RunStepProps) {
  const styles = useStyles()
  const { state, detail, nextStep, finishedAt } = step
  return (
    <li className={styles.step}>
      <StateIcon state={state} />
      <div className={styles.words}>
        <span title={finishedAt === null ? undefined : exactTime(Date.parse(finishedAt))}>
          {stepWords(step)}
        </span>
        {detail !== null && (
          <span className={state === 'cancelled' || state === 'waiting' ? styles.quiet : undefined}>
            {detail} {state !== 'cancelled' && step.missing === undefined && nextStep}
            {state === 'waiting' && <NextTry until={step.waitingUntil} />}
          </span>
        )}
        <Help step={step} item={item} />
      </div>
    </li>
  )
}

function StateIcon({ state }: { readonly state: SetUpStepState }) {
  const styles = useStyles()
  if (state === 'running' || state === 'waiting') return <Spinner size="extra-tiny" aria-hidden="true" />
  if (state === 'done' || state === 'already-there')
    return <CheckmarkCircle20Filled className={styles.done} aria-hidden="true" />
  if (state === 'failed' || state === 'conflict')
    return <DismissCircle20Filled className={styles.failed} aria-hidden="true" />
  if (state === 'unknown') return <Warning20Regular className={styles.unsure} aria-hidden="true" />
  return <Circle20Regular aria-hidden="true" />
}

function NextTry({ until }: { readonly until: string | null }) {
  const now = useNow(1000)
  const left = until === null ? 0 : (Date.parse(until) - now) / 1000
  return left <= 0 ? null : (
    <span role="timer" aria-live="off">
      {' '}
      Next try in {duration(left)}.
    </span>
  )
}

/** A right to ask for, or what stands in the way. */
function Help({ step, item }: RunStepProps) {
  const requester = useRequester()
  const { missing = null } = step
  if (missing !== null) {
    return (
      <>
        <MissingRight access={missing} />
        <CopyButton
          value={requestToAdmin(missing, requester)}
          what="request to admin"
          text="Copy request to admin"
          appearance="secondary"
        />
      </>
    )
  }
  const parent = parentOf(item)
  if (step.state !== 'conflict' || parent === null) return null
  // A trust of the same name can be looked at; one of the same subject stands in the list of its identity.
  const href =
    step.code === 'TRUST_NAME_TAKEN' ? paths.trust({ parent, trustName: step.name }) : paths.parent(parent)
  return <AppLink href={href}>See what is there</AppLink>
}
