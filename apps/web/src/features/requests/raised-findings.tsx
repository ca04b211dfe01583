import { makeStyles, tokens } from '@fluentui/react-components'
import type { RequestReview } from '@trustwright/shared-schemas'
import { SeverityBadge } from '../../components/findings/severity-badge.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '12px' },
  item: {
    display: 'grid',
    gridTemplateColumns: '96px minmax(0, 1fr)',
    columnGap: '16px',
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: { display: 'grid', rowGap: '2px', overflowWrap: 'anywhere' },
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** What the findings would list as soon as it is stored. */
export function RaisedFindings({
  review: { accessKnown, findings },
}: {
  readonly review: Pick<RequestReview, 'accessKnown' | 'findings'>
}) {
  const styles = useStyles()
  // What the rules of the portal refuse is said beside the decision.
  const told = findings.filter(({ rule }) => rule !== 'policy-refuses')
  const byRule = Map.groupBy(told, ({ rule, severity }) => `${rule} ${severity}`)
  return (
    <>
      {told.length === 0 && <p>None that the portal can tell.</p>}
      <ul className={styles.list} aria-label="Findings it would raise">
        {[...byRule].map(([key, [first, ...more]]) =>
          first === undefined ? null : (
            <li key={key} className={styles.item}>
              <SeverityBadge severity={first.severity} />
              <span className={styles.words}>
                <span>
                  <span className={styles.title}>{first.title}</span>{' '}
                  <span className={styles.quiet}>
                    {[first, ...more].map(({ parentName, trustName }) => trustName ?? parentName).join(', ')}
                  </span>
                </span>
                <span>{first.text}</span>
                {more.length === 0 && <span className={styles.quiet}>{first.evidence}</span>}
                <span>{first.fix}</span>
              </span>
            </li>
          ),
        )}
      </ul>
      {!accessKnown && (
        <p className={styles.quiet}>
          Your inventory does not hold what the identity may do, so findings about its access are not told
          here.
        </p>
      )}
    </>
  )
}
