import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { GuardrailRefusal, PreflightRequest, TrustRequest } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { ApiProblem } from '../../api/api-problem.ts'
import { approveRequest, requestReviewQuery } from '../../api/request-queries.ts'
import { PreflightNotes } from '../../components/checks/preflight-notes.tsx'
import { SubmitButton } from '../../components/forms/submit-button.tsx'
import { GuardrailNotice } from '../../components/guardrails/guardrail-notice.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { useShortcut } from '../../components/shortcuts.ts'
import { Callout } from '../../ui/callout.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { DeclineRequest } from './decline-request.tsx'
import { RaisedFindings } from './raised-findings.tsx'
import { SetUpChecks } from './set-up-checks.tsx'
import { useDecision } from './use-decision.ts'
import { WhatOpens } from './what-opens.tsx'
import { nameOfWish } from './wish-words.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'start' },
  ticks: { display: 'grid', justifyItems: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const approveWords = {
  create: 'Approve and create',
  change: 'Approve and change',
  'set-up': 'Approve and set up',
} as const

/** The checks as they are for the administrator, and approve or decline. */
export function DecideRequest({ request }: { readonly request: TrustRequest }) {
  const styles = useStyles()
  const [except, setExcept] = useState<ReadonlySet<string>>(new Set())
  const [declining, setDeclining] = useState(false)
  const approve = useDecision(request, approveRequest, ({ state }) =>
    state === 'approving' ? 'Approved, and being made' : `Done: ${nameOfWish(request.asked)}`,
  )
  const review = useQuery(requestReviewQuery(request.requestId))
  const titlesOf = (rules: readonly GuardrailRefusal[]) => [
    ...new Map(rules.map((rule) => [rule.policyId, rule.title])),
  ]
  const refused = titlesOf(request.guardrails)
  // As they stand now: those that refused it to who asks may be others by now.
  const policies = titlesOf(review.data?.guardrails ?? [])
  const stale = review.data?.stale ?? null
  const busy = approve.isPending || request.state === 'approving'
  const send = () => {
    if (!busy) approve.mutate({ ...request, exceptPolicies: [...except] })
  }
  useShortcut('d', 'Decline the request', () => setDeclining(true))
  return (
    <>
      <section className={styles.box}>
        <h2 className={styles.title}>What it would open</h2>
        <WhatOpens asked={request.asked} />
      </section>
      <section className={styles.box}>
        <h2 className={styles.title}>Findings it would raise</h2>
        <QueryView query={review} skeleton={<Skeleton shape="rows" count={2} label="Judging it" />}>
          {(told) => <RaisedFindings review={told} />}
        </QueryView>
      </section>
      <section className={styles.box}>
        <h2 className={styles.title}>Decide</h2>
        <p className={styles.quiet}>
          Approving does exactly this with your own rights. The activity names you both.
        </p>
        {refused.length > 0 && (
          <p className={styles.quiet}>
            {`Refused to ${request.requestedBy.username} by: ${refused.map(([, title]) => `“${title}”`).join(', ')}.`}
          </p>
        )}
        <Checks request={request} guardrails={review.data?.guardrails ?? []} />
        {stale !== null && (
          <Callout intent="warning" title="It cannot be done as it was asked for">
            <p>{stale.detail}</p>
          </Callout>
        )}
        {policies.length > 0 && (
          <div className={styles.ticks}>
            {policies.map(([id, title]) => (
              <Checkbox
                key={id}
                label={`Let it pass the rule “${title}” this once`}
                checked={except.has(id)}
                onChange={(_, { checked }) =>
                  setExcept((before) => {
                    const next = new Set(before)
                    if (checked === true) next.add(id)
                    else next.delete(id)
                    return next
                  })
                }
              />
            ))}
          </div>
        )}
        <NotCarriedOut request={request} error={approve.error} />
        <div className={styles.buttons}>
          <SubmitButton
            type="button"
            label={approveWords[request.asked.kind]}
            busyLabel="Working on it"
            busy={busy}
            onClick={send}
          />
          <Button onClick={() => setDeclining(true)}>Decline…</Button>
        </div>
        {declining && <DeclineRequest request={request} onClose={() => setDeclining(false)} />}
      </section>
    </>
  )
}

interface ChecksProps {
  readonly request: TrustRequest
  readonly guardrails: readonly GuardrailRefusal[]
}

/** What Azure and the portal's rules say to the administrator now. */
function Checks({ request: { asked }, guardrails }: ChecksProps) {
  if (asked.kind !== 'set-up') return <PreflightNotes request={preflightOf(asked)} hidden={staleCodes} />
  return (
    <>
      <GuardrailNotice refusals={guardrails} />
      <SetUpChecks items={asked.items} />
    </>
  )
}

/** Said by the review, with what to do about it. */
const staleCodes = ['name-taken', 'changed-meanwhile']

function preflightOf(asked: Exclude<TrustRequest['asked'], { kind: 'set-up' }>): PreflightRequest {
  const name = asked.kind === 'create' ? asked.trust.name : asked.trustName
  const {
    audiences,
    expression = null,
    issuer,
    subject = null,
  } = asked.kind === 'create' ? asked.trust : asked.change
  return {
    operation: asked.kind,
    parent: asked.parent,
    draft: { name, issuer, audiences: [...audiences], subject, expression },
  }
}

interface NotCarriedOutProps {
  readonly request: TrustRequest
  /** Of the approval that was tried here; null for none. */
  readonly error: unknown
}

/** Why the last approval came to nothing. Rules that refuse it stand above already. */
function NotCarriedOut({ request: { problem }, error }: NotCarriedOutProps) {
  if (error instanceof ApiProblem && error.code === 'GUARDRAIL_REFUSED')
    return (
      <Callout
        intent="danger"
        role="alert"
        title="Nothing was sent to Azure: a rule of your portal forbids this"
      >
        <p>Let it pass the rule this once, or decline the request.</p>
      </Callout>
    )
  if (error !== null) return <ProblemNotice error={error} />
  if (problem === null) return null
  return (
    <Callout intent="warning" title={`The last approval, by ${problem.by}, was not carried out`}>
      <p>{problem.detail}</p>
    </Callout>
  )
}
