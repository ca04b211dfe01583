import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Checkmark16Filled, DismissCircle16Filled } from '@fluentui/react-icons'
import { differenceRuns, type Run } from './difference-runs.ts'
import { describeDifference } from './describe-difference.ts'

const useStyles = makeStyles({
  box: { display: 'grid', rowGap: '4px', minWidth: 0 },
  side: {
    display: 'grid',
    gridTemplateColumns: '64px minmax(0, 1fr)',
    columnGap: '8px',
    alignItems: 'baseline',
  },
  who: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  text: {
    fontFamily: tokens.fontFamilyMonospace,
    lineHeight: '24px',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  differs: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'underline',
    textDecorationStyle: 'wavy',
    textUnderlineOffset: '4px',
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  verdict: {
    display: 'flex',
    columnGap: '8px',
    alignItems: 'center',
    fontSize: tokens.fontSizeBase200,
    '& svg': { flexShrink: 0 },
  },
  same: { color: tokens.colorStatusSuccessForeground1 },
  different: { color: tokens.colorStatusDangerForeground1 },
})

interface ClaimComparedProps {
  readonly stored: string
  readonly presented: string | null
  /** Of a subject: those of trust and token, which tell what its parts are called. */
  readonly issuers?: readonly string[]
  /** Said in place of a stored value that is not there. */
  readonly absent?: string | null
}

/** Trust and token one above the other; what differs is marked by shape and said in words. */
export function ClaimCompared({ stored, presented, issuers = [], absent = null }: ClaimComparedProps) {
  const styles = useStyles()
  if (presented === stored && absent === null) {
    return (
      <div className={styles.box}>
        <code className={styles.text}>{stored}</code>
        <span className={mergeClasses(styles.verdict, styles.same)}>
          <Checkmark16Filled aria-hidden="true" /> Same, letter by letter
        </span>
      </div>
    )
  }
  const runs =
    presented === null
      ? { stored: [{ text: stored, differs: false }], presented: [] }
      : differenceRuns(stored, presented)
  return (
    <div className={styles.box}>
      <Side who="Trust" runs={runs.stored} {...(absent === null ? {} : { empty: absent })} />
      <Side who="Token" runs={runs.presented} />
      <span className={mergeClasses(styles.verdict, styles.different)}>
        <DismissCircle16Filled aria-hidden="true" />
        {presented === null
          ? 'The token does not carry this claim'
          : describeDifference(stored, presented, issuers)}
      </span>
    </div>
  )
}

interface SideProps {
  readonly who: string
  readonly runs: readonly Run[]
  readonly empty?: string
}

function Side({ who, runs, empty = 'nothing' }: SideProps) {
  const styles = useStyles()
  return (
    <div className={styles.side}>
      <span className={styles.who}>{who}</span>
      <code className={styles.text}>
        {runs.length === 0 && <span className={styles.who}>{empty}</span>}
        {runs.map(({ text, differs }, index) =>
          differs ? (
            // oxlint-disable-next-line react/no-array-index-key -- runs have no identity but their place
            <mark className={styles.differs} key={index}>
              {text}
            </mark>
          ) : (
            // oxlint-disable-next-line react/no-array-index-key -- runs have no identity but their place
            <span key={index}>{text}</span>
          ),
        )}
      </code>
    </div>
  )
}
