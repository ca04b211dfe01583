import { skipToken, useQuery } from '@tanstack/react-query'
import { makeStyles, tokens } from '@fluentui/react-components'
import type { PreflightFact, PreflightRequest } from '@trustwright/shared-schemas'
import { preflightQuery } from '../../api/diagnosis-queries.ts'
import { toCause } from './to-cause.ts'
import { CauseNotes } from './cause-notes.tsx'
import { useRested } from './use-rested.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  summary: { cursor: 'pointer', fontSize: tokens.fontSizeBase200, minHeight: '24px' },
})

const factWords: Readonly<Record<PreflightFact, string>> = {
  trusts: 'Trusts of this identity',
  permissions: 'Your rights',
  region: 'Region',
  policies: 'Policies',
  locks: 'Locks',
  writers: 'Other writers',
  'other-identities': 'Other identities',
}

/** Azure is asked once the values stand still for so long. */
const restMs = 700

interface PreflightNotesProps {
  /** Null while something is missing. */
  readonly request: PreflightRequest | null
  /** Codes that the page says itself. */
  readonly hidden: readonly string[]
}

/** What would stand in the way at Azure, and what could not be found out. */
export function PreflightNotes({ request, hidden }: PreflightNotesProps) {
  const styles = useStyles()
  const rested = useRested(request, restMs)
  const query = preflightQuery(rested ?? nothing)
  const { data, error } = useQuery(rested === null ? { ...query, queryFn: skipToken } : query)
  if (rested === null) return null
  if (error !== null) {
    return <p className={styles.quiet}>What Azure would say could not be asked beforehand. Azure decides.</p>
  }
  if (data === undefined) return null
  const causes = data.causes.filter(({ code }) => !hidden.includes(code)).map(toCause)
  return (
    <section className={styles.box} aria-label="Asked of Azure beforehand">
      <CauseNotes causes={causes} />
      {data.unknown.length > 0 && (
        <details>
          <summary className={styles.summary}>Not known beforehand ({data.unknown.length})</summary>
          {data.unknown.map(({ what, why }) => (
            <p key={`${what} ${why}`} className={styles.quiet}>
              {factWords[what]}: {why}
            </p>
          ))}
        </details>
      )}
    </section>
  )
}

const nothing: PreflightRequest = {
  operation: 'create',
  parent: { kind: 'application', appId: '' },
  draft: {},
}
