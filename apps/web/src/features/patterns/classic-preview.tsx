import { makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons'
import type { Expansion } from '@trustwright/federation'
import type { NewTrust, Trust } from '@trustwright/shared-schemas'
import { Identifier } from '../../components/identifier.tsx'
import { storedAs } from '../../components/create-trusts/trust-plan.ts'
import { Callout } from '../../ui/callout.tsx'

const useStyles = makeStyles({
  box: { display: 'grid', rowGap: '16px', gridTemplateColumns: 'minmax(0, 1fr)' },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', rowGap: '12px' },
  trust: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' },
  name: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  there: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    color: tokens.colorStatusSuccessForeground1,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface ClassicPreviewProps {
  readonly expansion: Expansion
  readonly wanted: readonly NewTrust[]
  /** Trusts that the parent has. */
  readonly stored: readonly Trust[]
}

/** The exact trusts in the place of a pattern, and what they do not compare. */
export function ClassicPreview({ expansion, wanted, stored }: ClassicPreviewProps) {
  const styles = useStyles()
  const lost = [...new Set(expansion.lost.map(({ claim }) => claim))]
  return (
    <div className={styles.box}>
      {expansion.refused !== null && <p className={styles.quiet}>{expansion.refused}</p>}
      {wanted.length > 0 && (
        <ol className={styles.list} aria-label="Exact trusts">
          {wanted.map((trust) => (
            <li key={trust.subject} className={styles.trust}>
              <h3 className={styles.name}>{trust.name}</h3>
              <Identifier value={trust.subject} what="subject" whole />
              {storedAs(trust, stored) !== null && (
                <span className={styles.there}>
                  <CheckmarkCircle16Filled aria-hidden="true" />
                  there already
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
      {lost.length > 0 && (
        <Callout intent="warning" title={`Exact trusts do not look at ${lost.join(' and ')}`}>
          <p>
            They compare the subject alone. Where names can be renamed and taken by others, use subjects that
            carry the ID.
          </p>
        </Callout>
      )}
    </div>
  )
}
