import { makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircle20Filled, DismissCircle20Filled } from '@fluentui/react-icons'
import type { TermResult } from '@trustwright/federation'
import { operatorWords } from './pattern-terms.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '16px' },
  term: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '8px' },
  holds: { color: tokens.colorStatusSuccessForeground1 },
  fails: { color: tokens.colorStatusDangerForeground1 },
  words: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '2px' },
  title: { fontWeight: tokens.fontWeightSemibold },
  pair: { display: 'grid', gridTemplateColumns: '88px minmax(0, 1fr)', columnGap: '8px', margin: 0 },
  side: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: '20px' },
  value: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  absent: { fontFamily: tokens.fontFamilyBase, color: tokens.colorNeutralForeground2 },
})

interface TermResultsProps {
  /** From `evaluateExpression`. */
  readonly results: readonly TermResult[]
}

/** Pattern and token term by term: what is asked for, what the token says, and which failed. */
export function TermResults({ results }: TermResultsProps) {
  const styles = useStyles()
  return (
    <ol className={styles.list} aria-label="Terms compared">
      {results.map(({ term, value, matches }, index) => (
        // A pattern may say the same twice.
        // oxlint-disable-next-line react/no-array-index-key -- the place is the identity of a term
        <li key={index} className={styles.term}>
          {matches ? (
            <CheckmarkCircle20Filled className={styles.holds} aria-hidden="true" />
          ) : (
            <DismissCircle20Filled className={styles.fails} aria-hidden="true" />
          )}
          <div className={styles.words}>
            <span className={styles.title}>
              {term.claim} {matches ? 'holds' : 'fails'}
            </span>
            <dl className={styles.pair}>
              <dt className={styles.side}>{operatorWords(term)}</dt>
              <dd className={styles.value}>{term.comparand}</dd>
              <dt className={styles.side}>the token</dt>
              <dd className={styles.value}>
                {value ?? <span className={styles.absent}>has no such claim as text</span>}
              </dd>
            </dl>
          </div>
        </li>
      ))}
    </ol>
  )
}
