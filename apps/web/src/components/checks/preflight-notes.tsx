import { skipToken, useQuery } from '@tanstack/react-query'
import type { NewTrustRequest, PreflightRequest } from '@trustwright/shared-schemas'
import { preflightQuery } from '../../api/diagnosis-queries.ts'
import { GuardrailNotice } from '../guardrails/guardrail-notice.tsx'
import { SendRequest } from '../guardrails/send-request.tsx'
import { toCause } from './to-cause.ts'
import { CauseNotes } from './cause-notes.tsx'
import { NotAsked, PreflightGaps, usePreflightStyles } from './preflight-gaps.tsx'
import { askedAfterMs, useRested } from './use-rested.ts'

interface PreflightNotesProps {
  /** Null while something is missing. */
  readonly request: PreflightRequest | null
  /** Codes that the page says itself. */
  readonly hidden: readonly string[]
  /** What a person whom the portal's rules refuse, or who lacks a right, may ask the administrators for. */
  readonly asked?: { readonly wish: NewTrustRequest['asked']; readonly what: string }
}

/** What would stand in the way at Azure, and what could not be found out. */
export function PreflightNotes({ request, hidden, asked }: PreflightNotesProps) {
  const styles = usePreflightStyles()
  const rested = useRested(request, askedAfterMs)
  const query = preflightQuery(rested ?? nothing)
  const { data, error } = useQuery(rested === null ? { ...query, queryFn: skipToken } : query)
  if (rested === null) return null
  if (error !== null) return <NotAsked />
  if (data === undefined) return null
  const causes = data.causes.filter(({ code }) => !hidden.includes(code)).map(toCause)
  if (causes.length + data.guardrails.length + data.unknown.length === 0) return null
  const send = asked !== undefined && <SendRequest asked={asked.wish} what={asked.what} />
  const isRuled = data.guardrails.length > 0
  return (
    <section className={styles.box} aria-label="Asked of Azure beforehand">
      <GuardrailNotice refusals={data.guardrails} {...(send !== false && { actions: send })} />
      <CauseNotes causes={causes} />
      {!isRuled && send !== false && causes.some(({ code }) => code === 'write-permission') && (
        <div>{send}</div>
      )}
      <PreflightGaps unknown={data.unknown} />
    </section>
  )
}

const nothing: PreflightRequest = {
  operation: 'create',
  parent: { kind: 'application', appId: '' },
  draft: {},
}
