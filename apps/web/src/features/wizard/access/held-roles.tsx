import { makeStyles, tokens } from '@fluentui/react-components'
import type { Subscription } from '@trustwright/shared-schemas'
import { roleTitle } from '../../../components/access/assignment-words.ts'
import { scopeWords } from '../../../components/access/scope-words.ts'
import type { HeldRolesOf } from '../../../components/access/use-held-roles.ts'
import { ProblemNotice } from '../../../components/problem-notice.tsx'

const useStyles = makeStyles({
  box: { display: 'grid', rowGap: '4px' },
  list: { margin: 0, paddingLeft: '20px', display: 'grid', rowGap: '4px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface HeldRolesProps {
  readonly held: HeldRolesOf
  readonly subscriptions: readonly Subscription[]
}

/** The roles that the chosen identity has: what every workload that it trusts may do. */
export function HeldRoles({ held: { assignments, error, askAgain }, subscriptions }: HeldRolesProps) {
  const styles = useStyles()
  if (error !== null) return <ProblemNotice error={error} onRetry={askAgain} />
  if (assignments === null) return null
  if (assignments.length === 0) {
    return (
      <p className={styles.quiet}>It has no role that you can read: it can sign in, and do nothing yet.</p>
    )
  }
  return (
    <div className={styles.box}>
      <p>It has now:</p>
      <ul className={styles.list}>
        {assignments.map((one) => (
          <li key={one.assignmentId}>
            {roleTitle(one)} on {scopeWords(one.scope, subscriptions).name}
          </li>
        ))}
      </ul>
    </div>
  )
}
