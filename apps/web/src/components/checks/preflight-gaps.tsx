import { makeStyles, tokens } from '@fluentui/react-components'
import type { Preflight, PreflightFact } from '@trustwright/shared-schemas'

export const usePreflightStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  summary: { cursor: 'pointer', fontSize: tokens.fontSizeBase200, minHeight: '24px' },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
})

const factWords: Readonly<Record<PreflightFact, string>> = {
  trusts: 'Trusts of this identity',
  permissions: 'Your rights',
  region: 'Region',
  policies: 'Policies',
  locks: 'Locks',
  writers: 'Other writers',
  'other-identities': 'Other identities',
  github: 'The repository at GitHub',
}

/** What could not be found out, which is never taken for good. */
export function PreflightGaps({ unknown }: Pick<Preflight, 'unknown'>) {
  const styles = usePreflightStyles()
  if (unknown.length === 0) return null
  return (
    <details>
      <summary className={styles.summary}>Not known beforehand ({unknown.length})</summary>
      {unknown.map(({ what, why }) => (
        <p key={`${what} ${why}`} className={styles.quiet}>
          {factWords[what]}: {why}
        </p>
      ))}
    </details>
  )
}

/** The question itself found no answer. */
export function NotAsked() {
  const styles = usePreflightStyles()
  return <p className={styles.quiet}>What Azure would say could not be asked beforehand. Azure decides.</p>
}
