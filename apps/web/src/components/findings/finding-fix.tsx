import { makeStyles, tokens } from '@fluentui/react-components'
import type { StoredFinding } from '@trustwright/shared-schemas'
import { ActionLink } from '../action-link.tsx'
import { CodeBlock } from '../code/code-block.tsx'
import { parentSearch, paths } from '../../paths.ts'
import { pageOfFinding, parentOfKey } from './subject-of-finding.ts'
import { switchPage } from './switch-page.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px', justifyItems: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
  text: { overflowWrap: 'anywhere', maxWidth: '72ch' },
})

interface FindingFixProps {
  readonly finding: StoredFinding
  /** `secondary` where the page has a first action of its own. */
  readonly look: 'primary' | 'secondary'
}

/** What to do about a finding, and the one press that begins it where there is one. */
export function FindingFix({ finding, look }: FindingFixProps) {
  const styles = useStyles()
  const { fix } = finding
  return (
    <div className={styles.box}>
      <p className={styles.text}>{fix.text}</p>
      {fix.withheld !== undefined && <p className={styles.quiet}>No button here: {fix.withheld}</p>}
      <FixAction finding={finding} look={look} />
    </div>
  )
}

function FixAction({ finding, look }: FindingFixProps) {
  const { action } = finding.fix
  const page = pageOfFinding(finding)
  const toSwitch = switchPage(finding)
  if (toSwitch !== null)
    return (
      <ActionLink appearance={look} href={toSwitch}>
        Switch to a subject with IDs
      </ActionLink>
    )
  if (action?.kind === 'run')
    return <CodeBlock words="Run this where you are signed in." what="command" text={action.command} />
  if (action?.kind === 'create') {
    const { issuer, subject, audience } = action
    const parent = parentSearch(parentOfKey(finding.parentKey))
    return (
      <ActionLink
        appearance={look}
        href={paths.trustForm({ ...parent, preset: 'other-issuer', issuer, subject, audience })}
      >
        Create the right trust
      </ActionLink>
    )
  }
  if (page === null || action === undefined || action.kind === 'wait') return null
  if (action.kind === 'set' && action.field !== 'name')
    return (
      <ActionLink
        appearance={look}
        href={pageOfFinding(finding, { change: '1', [action.field]: action.value }) ?? page}
      >
        Change the {action.field}
      </ActionLink>
    )
  return (
    <ActionLink appearance={look} href={page}>
      {action.kind === 'delete' ? 'Open the trust to delete it' : 'Open the trust'}
    </ActionLink>
  )
}
