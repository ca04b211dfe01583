import { makeStyles, tokens } from '@fluentui/react-components'
import { differenceRuns, type Run } from './difference-runs.ts'

/** A value that becomes another one. */
export interface ValueChange<Field extends string = string> {
  readonly field: Field
  readonly label: string
  readonly before: string
  readonly after: string
}

const useStyles = makeStyles({
  list: { display: 'grid', rowGap: '16px', margin: 0 },
  label: { fontWeight: tokens.fontWeightSemibold },
  side: {
    display: 'grid',
    gridTemplateColumns: '56px minmax(0, 1fr)',
    columnGap: '8px',
    margin: '4px 0 0',
    alignItems: 'baseline',
  },
  who: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  text: {
    fontFamily: tokens.fontFamilyMonospace,
    lineHeight: '24px',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  gone: { textDecorationLine: 'line-through', color: tokens.colorStatusDangerForeground1 },
  come: {
    textDecorationLine: 'underline',
    textDecorationThickness: '2px',
    color: tokens.colorStatusSuccessForeground1,
  },
})

/** Each value before and after; what goes is struck through, what comes is underlined. */
export function ValueDiff({ changes }: { readonly changes: readonly ValueChange[] }) {
  const styles = useStyles()
  return (
    <dl className={styles.list}>
      {changes.map(({ field, label, before, after }) => {
        const runs = differenceRuns(before, after)
        return (
          <div key={field}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.side}>
              <span className={styles.who}>Before</span>
              <code className={styles.text}>
                <Runs runs={runs.stored} mark="del" className={styles.gone} />
              </code>
            </dd>
            <dd className={styles.side}>
              <span className={styles.who}>After</span>
              <code className={styles.text}>
                <Runs runs={runs.presented} mark="ins" className={styles.come} />
              </code>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** One side of a difference, with what differs marked. */
export function Runs({
  runs,
  mark: Mark,
  className,
}: {
  readonly runs: readonly Run[]
  readonly mark: 'del' | 'ins'
  readonly className: string
}) {
  if (runs.length === 0) return 'nothing'
  return runs.map(({ text, differs }, index) =>
    differs ? (
      // oxlint-disable-next-line react/no-array-index-key -- runs have no identity but their place
      <Mark className={className} key={index}>
        {text}
      </Mark>
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- runs have no identity but their place
      <span key={index}>{text}</span>
    ),
  )
}
