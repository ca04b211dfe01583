import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ApiProblem } from '../api/api-problem.ts'
import { problemText } from '../api/problem-text.ts'
import { Callout } from '../ui/callout.tsx'
import { GuardrailList } from './guardrails/guardrail-list.tsx'
import { LateCopyRequest, LateIdentifier } from './late-copy.tsx'

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
  const offersRetry = onRetry !== undefined && text.canRetry
  return (
    <Callout
      intent="danger"
      role="alert"
      title={text.title}
      actions={
        offersRetry || missing !== null ? (
          <>
            {offersRetry && <Button onClick={onRetry}>Try again</Button>}
            {missing !== null && <LateCopyRequest missing={missing} />}
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
          Reference <LateIdentifier value={text.reference} what="reference" />
        </div>
      )}
    </Callout>
  )
}
