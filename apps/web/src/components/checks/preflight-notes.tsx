import { skipToken, useQuery } from '@tanstack/react-query'
import type { PreflightRequest } from '@trustwright/shared-schemas'
import { preflightQuery } from '../../api/diagnosis-queries.ts'
import { toCause } from './to-cause.ts'
import { CauseNotes } from './cause-notes.tsx'
import { NotAsked, PreflightGaps, usePreflightStyles } from './preflight-gaps.tsx'
import { askedAfterMs, useRested } from './use-rested.ts'

interface PreflightNotesProps {
  /** Null while something is missing. */
  readonly request: PreflightRequest | null
  /** Codes that the page says itself. */
  readonly hidden: readonly string[]
}

/** What would stand in the way at Azure, and what could not be found out. */
export function PreflightNotes({ request, hidden }: PreflightNotesProps) {
  const styles = usePreflightStyles()
  const rested = useRested(request, askedAfterMs)
  const query = preflightQuery(rested ?? nothing)
  const { data, error } = useQuery(rested === null ? { ...query, queryFn: skipToken } : query)
  if (rested === null) return null
  if (error !== null) return <NotAsked />
  if (data === undefined) return null
  const causes = data.causes.filter(({ code }) => !hidden.includes(code)).map(toCause)
  if (causes.length === 0 && data.unknown.length === 0) return null
  return (
    <section className={styles.box} aria-label="Asked of Azure beforehand">
      <CauseNotes causes={causes} />
      <PreflightGaps unknown={data.unknown} />
    </section>
  )
}

const nothing: PreflightRequest = {
  operation: 'create',
  parent: { kind: 'application', appId: '' },
  draft: {},
}
