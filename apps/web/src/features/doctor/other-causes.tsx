import { makeStyles, tokens } from '@fluentui/react-components'
import type { Cause } from '@trustwright/federation'
import { shorten } from '../../lib/shorten.ts'
import { CauseView } from '../../components/diagnosis/cause-view.tsx'
import { visibleText } from '../../components/diagnosis/visible-text.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  list: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px', listStyleType: 'none' },
  summary: { cursor: 'pointer', minHeight: '24px', overflowWrap: 'anywhere' },
  details: { padding: '8px 0 8px 16px' },
})

interface OtherCausesProps {
  readonly causes: readonly Cause[]
  /** Of token and trust, as far as they are known. */
  readonly issuers: readonly string[]
}

/** What else was found, the next best first; each opens for its letters and what to do. */
export function OtherCauses({ causes, issuers }: OtherCausesProps) {
  const styles = useStyles()
  return (
    <section className={styles.box} aria-label="Also found">
      <h2 className={styles.title}>Also found</h2>
      <ul className={styles.list}>
        {causes.map((cause) => (
          <li key={`${cause.code} ${cause.text}`}>
            <details>
              <summary className={styles.summary}>{shorten(visibleText(cause.text), 240)}</summary>
              <div className={styles.details}>
                <CauseView hideText cause={cause} issuers={issuers} />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
