import { Button, Spinner, makeStyles } from '@fluentui/react-components'
import type { TrustParent } from '@trustwright/shared-schemas'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { exactTime } from '../../lib/time.ts'
import { Callout } from '../../ui/callout.tsx'
import type { PatternSupportState } from './use-pattern-support.ts'

const useStyles = makeStyles({
  summary: { cursor: 'pointer', minHeight: '24px', lineHeight: '24px' },
  evidence: { overflowWrap: 'anywhere' },
})

interface PatternSupportNoticeProps {
  readonly parent: TrustParent
  readonly state: PatternSupportState
}

/** Whether this tenant takes patterns on such a parent: what is known and since when, or the way to find out. */
export function PatternSupportNotice({ parent, state }: PatternSupportNoticeProps) {
  const styles = useStyles()
  const kind = parent.kind === 'application' ? 'applications' : 'managed identities'
  const { support, answer, asking, ask, error, read } = state
  if (!read && error === null) return null
  const open = answer !== null && answer.accepted === null
  return (
    <div aria-live="polite">
      {support !== null && (
        <Callout
          intent={support.accepted ? 'success' : 'warning'}
          title={
            support.accepted
              ? `This tenant takes patterns on ${kind}`
              : `This tenant refuses patterns on ${kind}`
          }
          actions={<AskAgain parent={parent} ask={ask} asking={asking} />}
        >
          <details>
            <summary className={styles.summary}>
              Found out {exactTime(Date.parse(support.checkedAt))}, and how
            </summary>
            <p className={styles.evidence}>{support.evidence}</p>
          </details>
        </Callout>
      )}
      {support === null && read && (
        <Callout
          intent="information"
          title={
            open
              ? 'Azure’s answer leaves it open'
              : `Not found out yet: does this tenant take patterns on ${kind}?`
          }
          actions={
            <Button
              appearance="primary"
              disabledFocusable={asking}
              icon={asking ? <Spinner size="extra-tiny" aria-hidden="true" /> : null}
              onClick={() => void ask(open)}
            >
              {asking ? 'Asking Azure' : open ? 'Store one for a moment' : 'Ask Azure'}
            </Button>
          }
        >
          {open ? (
            <p>
              {answer.evidence} To know, the portal can store a pattern that no token can match, and delete it
              at once. It takes a free place for that moment.
            </p>
          ) : (
            <p>
              Patterns are a preview at Azure, and not every tenant has them. The portal sends one that Azure
              has to refuse and reads its words: nothing is stored.
            </p>
          )}
        </Callout>
      )}
      {answer !== null && answer.leftBehind !== null && (
        <Callout intent="danger" role="alert" title={`The trust ${answer.leftBehind} was left behind`}>
          <p>
            It matches no token. Azure did not let the portal delete it: delete it on the page of the{' '}
            {noun(parent)}.
          </p>
        </Callout>
      )}
      {error !== null && <ProblemNotice error={error} />}
    </div>
  )
}

function noun({ kind }: TrustParent): string {
  return kind === 'application' ? 'application' : 'identity'
}

interface AskAgainProps extends Pick<PatternSupportState, 'ask' | 'asking'> {
  readonly parent: TrustParent
}

/** On a managed identity only a pattern that is stored for a moment tells. */
function AskAgain({ parent, ask, asking }: AskAgainProps) {
  const mayStore = parent.kind === 'managedIdentity'
  const label = mayStore ? 'Ask again, storing one for a moment' : 'Ask again'
  return (
    <Button disabledFocusable={asking} onClick={() => void ask(mayStore)}>
      {asking ? 'Asking Azure' : label}
    </Button>
  )
}
