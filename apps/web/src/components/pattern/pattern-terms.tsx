import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Expression, ExpressionTerm } from '@trustwright/federation'
import { patternPieces } from './pattern-pieces.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '12px' },
  term: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '2px' },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', alignItems: 'baseline' },
  claim: { fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightSemibold },
  operator: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  value: {
    fontFamily: tokens.fontFamilyMonospace,
    lineHeight: '22px',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  wildcard: {
    padding: '0 3px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground2,
    borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`,
    fontWeight: tokens.fontWeightSemibold,
  },
})

/** How a term compares, in words. */
export function operatorWords({ operator, comparand }: ExpressionTerm): string {
  return operator === 'matches' && /[*?]/.test(comparand) ? 'has the form' : 'is exactly'
}

/** The terms of a pattern, one under the other, with the wildcards marked. All of them have to hold. */
export function PatternTerms({ terms }: Expression) {
  const styles = useStyles()
  return (
    <ol className={styles.list} aria-label="Terms">
      {terms.map((term, index) => (
        // A pattern may say the same twice.
        // oxlint-disable-next-line react/no-array-index-key -- the place is the identity of a term
        <li key={index} className={styles.term}>
          <span className={styles.head}>
            <span className={styles.operator}>{index === 0 ? 'if' : 'and'}</span>
            <span className={styles.claim}>{term.claim}</span>
            <span className={styles.operator}>{operatorWords(term)}</span>
          </span>
          <code className={styles.value}>
            {patternPieces(term).map(({ text, wildcard }, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- pieces of one text, in its order
              <span key={at} className={mergeClasses(wildcard && styles.wildcard)}>
                {text}
              </span>
            ))}
          </code>
        </li>
      ))}
    </ol>
  )
}
