import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  ArrowCircleRight20Filled,
  CheckmarkCircle20Filled,
  Circle20Regular,
  QuestionCircle20Regular,
} from '@fluentui/react-icons'
import type { IdSwitch, IdSwitchStep, Trust } from '@trustwright/shared-schemas'
import type { ReactNode } from 'react'
import { useNow } from '../../../components/use-now.ts'
import { exactTime, relativeTime } from '../../../lib/time.ts'
import type { TrustKey } from '../../../paths.ts'
import { ExactTime } from '../../../ui/exact-time.tsx'
import { AddStep } from './add-step.tsx'
import { OptInStep } from './opt-in-step.tsx'
import { RemoveStep } from './remove-step.tsx'
import { SeenStep } from './seen-step.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '12px' },
  step: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '12px',
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  now: { border: `1px solid ${tokens.colorBrandStroke1}` },
  done: { color: tokens.colorStatusSuccessForeground1 },
  current: { color: tokens.colorBrandForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
  body: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px', overflowWrap: 'anywhere' },
  title: { fontWeight: tokens.fontWeightSemibold, lineHeight: '20px' },
  state: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  facts: { display: 'grid', rowGap: '4px', fontSize: tokens.fontSizeBase200 },
})

const words: Readonly<Record<IdSwitchStep['state'], string>> = {
  done: 'done',
  now: 'next',
  later: 'later',
  unknown: 'not known',
}

const marks = {
  done: CheckmarkCircle20Filled,
  now: ArrowCircleRight20Filled,
  later: Circle20Regular,
  unknown: QuestionCircle20Regular,
} as const

interface IdSwitchStepsProps {
  readonly trustKey: TrustKey
  readonly trust: Trust
  readonly parentName: string
  readonly found: IdSwitch
  readonly onChanged: () => void
}

/** The four steps: how far each is, what shows it, what that leaves open, and what to do now. */
export function IdSwitchSteps(props: IdSwitchStepsProps) {
  const styles = useStyles()
  const { steps } = props.found
  return (
    <ol className={styles.list} aria-label="Steps of the switch">
      {steps.map((step) => (
        <Step key={step.id} step={step}>
          <Work {...props} step={step} />
        </Step>
      ))}
    </ol>
  )
}

function Step({ step, children }: { readonly step: IdSwitchStep; readonly children: ReactNode }) {
  const styles = useStyles()
  const now = useNow()
  const { state, text, proof, unproven, at } = step
  const Mark = marks[state]
  return (
    <li
      className={mergeClasses(styles.step, state === 'now' && styles.now)}
      {...(state === 'now' && { 'aria-current': 'step' as const })}
    >
      <span className={state === 'done' ? styles.done : state === 'now' ? styles.current : styles.quiet}>
        <Mark aria-hidden="true" />
      </span>
      <div className={styles.body}>
        <h3 className={styles.title}>
          {text} <span className={styles.state}>({words[state]})</span>
        </h3>
        <div className={styles.facts}>
          {proof !== null && (
            <p>
              {proof}{' '}
              {at !== null && (
                <ExactTime
                  at={at}
                  text={relativeTime(Date.parse(at), now)}
                  exact={exactTime(Date.parse(at))}
                />
              )}
            </p>
          )}
          {proof !== null && state !== 'later' && (
            <p className={styles.quiet}>Not shown by that: {lower(unproven)}</p>
          )}
          {proof === null && state === 'unknown' && <p>{unproven}</p>}
        </div>
        {children}
      </div>
    </li>
  )
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function Work(props: IdSwitchStepsProps & { readonly step: IdSwitchStep }) {
  const { step, found, trustKey, trust, parentName, onChanged } = props
  const { id, state } = step
  const { successor, repository } = found
  if (id === 'add')
    return state === 'done' ? null : (
      <AddStep trustKey={trustKey} trust={trust} found={found} onStored={onChanged} />
    )
  if (successor === null) return null
  if (id === 'opt-in') return state === 'done' ? null : <OptInStep repository={repository ?? ''} />
  if (id === 'seen')
    return state === 'now' ? (
      <SeenStep trustKey={{ parent: trustKey.parent, trustName: successor }} onSeen={onChanged} />
    ) : null
  return (
    <RemoveStep
      trustKey={trustKey}
      trust={trust}
      parentName={parentName}
      successor={successor}
      isSeen={state === 'now'}
      onRefused={onChanged}
    />
  )
}
