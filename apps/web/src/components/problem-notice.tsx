import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ApiProblem } from '../api/api-problem.ts'
import { problemText } from '../api/problem-text.ts'
import { Callout } from '../ui/callout.tsx'
import { CopyButton } from './copy-button.tsx'
import { GuardrailList } from './guardrails/guardrail-list.tsx'
import { Identifier } from './identifier.tsx'
import { requestToAdmin } from './request-to-admin.ts'
import { useRequester } from './use-requester.ts'

const useStyles = makeStyles({
  quote: {
    margin: 0,
    paddingLeft: '12px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  reference: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '8px',
    fontSize: tokens.fontSizeBase200,
  },
  summary: { cursor: 'pointer', fontSize: tokens.fontSizeBase200, minHeight: '24px' },
})

interface ProblemNoticeProps {
  readonly error: unknown
  readonly onRetry?: () => void
  /** What a write left behind; null where the refusal says it itself. */
  readonly done?: string | null
}

/** What failed, why, what to do, the reference to quote, and Azure's own words. */
export function ProblemNotice({ error, onRetry, done = null }: ProblemNoticeProps) {
  const styles = useStyles()
  const text = problemText(error)
  const missing = error instanceof ApiProblem ? error.missing : null
  const guardrails = error instanceof ApiProblem ? error.guardrails : []
  const requester = useRequester()
  const request = missing === null ? null : requestToAdmin(missing, requester)
  const offersRetry = onRetry !== undefined && text.canRetry
  return (
    <Callout
      intent="danger"
      role="alert"
      title={text.title}
      actions={
        offersRetry || request !== null ? (
          <>
            {offersRetry && <Button onClick={onRetry}>Try again</Button>}
            {request !== null && (
              <CopyButton
                value={request}
                what="request to admin"
                text="Copy request to admin"
                appearance="secondary"
              />
            )}
          </>
        ) : undefined
      }
    >
      {guardrails.length === 0 ? <p>{text.cause}</p> : <GuardrailList refusals={guardrails} />}
      {done !== null && <p>{done}</p>}
      <p>{guardrails.length === 0 ? text.nextStep : 'Nothing was sent to Azure.'}</p>
      {text.azureSaid !== null && (
        <details>
          <summary className={styles.summary}>What Azure said</summary>
          <blockquote className={styles.quote}>{text.azureSaid}</blockquote>
        </details>
      )}
      {text.reference !== null && (
        <div className={styles.reference}>
          Reference <Identifier value={text.reference} what="reference" />
        </div>
      )}
    </Callout>
  )
}
