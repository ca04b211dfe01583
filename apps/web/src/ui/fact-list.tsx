import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, max-content) minmax(0, 1fr)',
    gap: '4px 24px',
    alignItems: 'center',
    margin: 0,
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: 0 },
  },
  pair: { display: 'contents' },
  term: {
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 639px)': { marginTop: '8px', fontSize: tokens.fontSizeBase200 },
  },
  detail: {
    margin: 0,
    minWidth: 0,
    minHeight: '32px',
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '0 8px',
  },
})

export interface Fact {
  readonly term: string
  readonly detail: ReactNode
}

/** Names and values side by side; one under the other where there is no room. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  const styles = useStyles()
  return (
    <dl className={styles.list}>
      {facts.map(({ term, detail }) => (
        <div key={term} className={styles.pair}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.detail}>{detail}</dd>
        </div>
      ))}
    </dl>
  )
}
