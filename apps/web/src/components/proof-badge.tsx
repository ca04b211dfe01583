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
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
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
  tip: { maxWidth: '320px' },
  line: { display: 'block', ':not(:first-child)': { marginTop: '4px' } },
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
  /** In the place of the step's own. */
  readonly word?: string
}

interface ProofBadgeProps {
  /** The stored values follow the rules of their platform. */
  readonly checked?: ProofStep | null
  /** A token's claims were compared and are the same. */
  readonly matched?: ProofStep | null
  /** Entra took a token through this trust. */
  readonly seen?: ProofStep | null
  /** What the page knows of a step that is not reached, in the place of the usual words. */
  readonly because?: { readonly checked?: string | undefined; readonly matched?: string | undefined }
  /** `mark` for lists: the highest step in one word. `steps` for pages: all three. */
  readonly look?: 'mark' | 'steps'
}

const words = ['Checked', 'Matched', 'Seen'] as const
const missing = ['Not checked yet.', 'Not matched yet.', 'Not seen yet.'] as const
const ways = [
  'Opening the trust checks it.',
  'Run the workload once with a beacon, or paste a token to compare its claims.',
  'Run an exchange, or find the workload in the sign-in log.',
] as const

/** Three steps of one mark. What is not proven is grey, never red: it says nothing against a trust. */
export function ProofBadge({
  checked = null,
  matched = null,
  seen = null,
  because = {},
  look = 'mark',
}: ProofBadgeProps) {
  const styles = useStyles()
  const now = useNow()
  const steps: readonly (ProofStep | null)[] = [checked, matched, seen]
  const known = [because.checked, because.matched]
  if (look === 'steps') {
    return (
      <dl className={styles.steps}>
        {steps.map((step, index) => (
          <div className={styles.step} key={words[index]}>
            <dt className={styles.word}>
              <ProofMark reached={step === null ? 0 : index + 1} />
              {step?.word ?? words[index]}
            </dt>
            <dd className={styles.detail}>
              {step === null
                ? (known[index] ?? `${missing[index] ?? ''} ${ways[index] ?? ''}`)
                : detailOf(step, now)}
            </dd>
          </div>
        ))}
      </dl>
    )
  }
  const highest = steps.findLastIndex((step) => step !== null)
  return (
    <Tooltip
      content={{ className: styles.tip, children: <Ladder steps={steps} /> }}
      relationship="description"
      withArrow
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- time and evidence show on focus */}
      <span className={mergeClasses(styles.badge, highest >= 0 && styles.proven)} tabIndex={0} role="note">
        <ProofMark reached={highest + 1} />
        {markText(steps[highest] ?? null, words[highest], now)}
      </span>
    </Tooltip>
  )
}

/** All three in their order, so that a list says no more than the page of a trust. */
function Ladder({ steps }: { readonly steps: readonly (ProofStep | null)[] }) {
  const styles = useStyles()
  const highest = steps.findLastIndex((step) => step !== null)
  return steps.map((step, index) => (
    <span className={styles.line} key={words[index]}>
      {step === null
        ? missing[index]
        : `${step.word ?? words[index] ?? ''} ${exactTime(Date.parse(step.at))}.`}
      {index === highest && ` ${step?.evidence ?? ''}`}{' '}
    </span>
  ))
}

function markText(step: ProofStep | null, word: string | undefined, now: number): string {
  if (step === null || word === undefined) return 'Not proven'
  return `${step.word ?? word} ${relativeTime(Date.parse(step.at), now)}`
}

function detailOf({ at, evidence }: ProofStep, now: number): string {
  const ago = relativeTime(Date.parse(at), now)
  return `${ago.charAt(0).toUpperCase()}${ago.slice(1)}, ${exactTime(Date.parse(at))}. ${evidence}`
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
