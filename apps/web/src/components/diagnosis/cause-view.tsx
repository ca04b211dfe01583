import { makeStyles, tokens } from '@fluentui/react-components'
import type { Cause } from '@trustwright/federation'
import type { ReactNode } from 'react'
import { AlignedClaim } from './aligned-claim.tsx'
import { certaintyWords } from './certainty-words.ts'
import { visibleText } from './visible-text.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px', overflowWrap: 'anywhere' },
  pair: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '2px' },
  term: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  quiet: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'start', marginTop: '6px' },
})

interface CauseViewProps {
  readonly cause: Cause
  /** The text of the cause stands as a heading above already; with `and-certainty`, so does how sure it is. */
  readonly hideText?: boolean | 'and-certainty'
  /** Of trust and token, as far as they are known. */
  readonly issuers?: readonly string[]
  /** Buttons that mend it. */
  readonly actions?: ReactNode
}

/** One reason why a trust fails: how sure it is, the letters that differ, what shows it, and what to do. */
export function CauseView({ cause, hideText = false, issuers = [], actions }: CauseViewProps) {
  const styles = useStyles()
  const { text, certainty, alignments = [], evidence, fix } = cause
  return (
    <div className={styles.box}>
      {hideText === false && <p>{visibleText(text)}</p>}
      {hideText !== 'and-certainty' && <p className={styles.quiet}>{certaintyWords[certainty]}</p>}
      {alignments.map((alignment) => (
        <AlignedClaim key={alignment.claim} alignment={alignment} issuers={issuers} />
      ))}
      {evidence !== '' && alignments.length === 0 && (
        <div className={styles.pair}>
          <span className={styles.term}>Seen</span>
          <p>{visibleText(evidence)}</p>
        </div>
      )}
      <div className={styles.pair}>
        <span className={styles.term}>What to do</span>
        <p>{visibleText(fix)}</p>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
