import { Tooltip, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { exactTime, relativeTime } from '../lib/time.ts'
import { useNow } from './use-now.ts'

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '8px',
    whiteSpace: 'nowrap',
    minHeight: '24px',
    borderRadius: tokens.borderRadiusSmall,
    color: tokens.colorNeutralForeground3,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  proven: { color: tokens.colorNeutralForeground1 },
  steps: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 216px), 1fr))',
    gap: '12px 32px',
    margin: 0,
  },
  step: { display: 'grid', alignContent: 'start' },
  word: {
    display: 'grid',
    gridTemplateColumns: '24px auto',
    columnGap: '8px',
    alignItems: 'center',
    fontWeight: tokens.fontWeightSemibold,
  },
  detail: {
    margin: 0,
    paddingLeft: '32px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  bar: {
    fill: 'none',
    stroke: tokens.colorNeutralStrokeAccessible,
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  reached: {
    fill: tokens.colorStatusSuccessForeground1,
    stroke: tokens.colorStatusSuccessForeground1,
    '@media (forced-colors: active)': { fill: 'CanvasText', stroke: 'CanvasText' },
  },
})

/** One step of proof: when, and what shows it. */
export interface ProofStep {
  readonly at: string
  readonly evidence: string
}

interface ProofBadgeProps {
  /** The stored values follow the rules of their platform. */
  readonly checked?: ProofStep | null
  /** A token's claims were compared and are the same. */
  readonly matched?: ProofStep | null
  /** Entra exchanged a real token. */
  readonly seen?: ProofStep | null
  /** `mark` for lists: the highest step in one word. `steps` for pages: all three. */
  readonly look?: 'mark' | 'steps'
}

const words = ['Checked', 'Matched', 'Seen'] as const
const meanings = [
  'Not checked yet. The rules of the platform are compared when a form is filled in.',
  'Not matched yet. Paste a token to compare its claims.',
  'Not seen yet. Run an exchange to see a token accepted.',
] as const

/** Three steps of one mark. What is not proven is grey, never red: it says nothing against a trust. */
export function ProofBadge({ checked = null, matched = null, seen = null, look = 'mark' }: ProofBadgeProps) {
  const styles = useStyles()
  const now = useNow()
  const steps: readonly (ProofStep | null)[] = [checked, matched, seen]
  const highest = steps.findLastIndex((step) => step !== null)
  const step = steps[highest] ?? null
  if (look === 'steps') {
    return (
      <dl className={styles.steps}>
        {words.map((word, index) => (
          <div className={styles.step} key={word}>
            <dt className={styles.word}>
              <ProofMark reached={steps[index] ? index + 1 : 0} />
              {word}
            </dt>
            <dd className={styles.detail}>{detailOf(steps[index] ?? null, index, now)}</dd>
          </div>
        ))}
      </dl>
    )
  }
  const word = words[highest]
  const text =
    word === undefined || step === null ? 'Not proven' : `${word} ${relativeTime(Date.parse(step.at), now)}`
  const evidence =
    step === null
      ? 'No exchange of these values was seen by this portal.'
      : `${step.evidence} ${exactTime(Date.parse(step.at))}`
  return (
    <Tooltip content={evidence} relationship="description" withArrow>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- time and evidence show on focus */}
      <span className={mergeClasses(styles.badge, step !== null && styles.proven)} tabIndex={0} role="note">
        <ProofMark reached={highest + 1} />
        {text}
      </span>
    </Tooltip>
  )
}

function detailOf(step: ProofStep | null, index: number, now: number): string {
  if (step === null) return meanings[index] ?? ''
  return `${relativeTime(Date.parse(step.at), now)}, ${exactTime(Date.parse(step.at))}. ${step.evidence}`
}

function ProofMark({ reached }: { readonly reached: number }) {
  const styles = useStyles()
  return (
    <svg width="20" height="16" viewBox="0 0 20 16" aria-hidden="true" focusable="false">
      {[0, 1, 2].map((index) => (
        <rect
          key={index}
          className={mergeClasses(styles.bar, index < reached && styles.reached)}
          x={1.5 + index * 6}
          y={9.5 - index * 4}
          width="4"
          height={5 + index * 4}
          rx="1"
        />
      ))}
    </svg>
  )
}
