import { makeStyles, tokens } from '@fluentui/react-components'
import type { TrustRequest } from '@trustwright/shared-schemas'
import { ActionLink } from '../../components/action-link.tsx'
import { AppLink } from '../../components/app-link.tsx'
import { useSession } from '../../components/use-session.ts'
import { counted } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', display: 'grid', rowGap: '4px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const most = 20

/** What came of it so far, and the way there; while it is being made, who makes it. */
export function MadeTrusts({ request }: { readonly request: TrustRequest }) {
  const styles = useStyles()
  const { user } = useSession()
  const { decidedBy, made, runId, state } = request
  const [first, ...more] = made
  if (state === 'approving' && runId !== null)
    return (
      <Callout
        intent="information"
        title={`${decidedBy?.username ?? 'An administrator'} approved it, and it is being made`}
        {...(decidedBy?.objectId === user?.objectId && {
          actions: <ActionLink href={paths.bulkRun(runId)}>Follow each step</ActionLink>,
        })}
      >
        <p>Here it stands as soon as it is there.</p>
      </Callout>
    )
  if (first === undefined) return null
  if (state === 'approved' && more.length === 0)
    return (
      <div>
        <ActionLink appearance="primary" href={paths.trust(first)}>
          Open the trust
        </ActionLink>
      </div>
    )
  return (
    <section>
      <p>{state === 'approved' ? 'These trusts were made:' : 'These were made before it stopped:'}</p>
      <ul className={styles.list} aria-label="Trusts that were made">
        {made.slice(0, most).map((trust) => (
          <li key={`${JSON.stringify(trust.parent)} ${trust.trustName}`}>
            <AppLink href={paths.trust(trust)}>{trust.trustName}</AppLink>
          </li>
        ))}
      </ul>
      {made.length > most && (
        <p className={styles.quiet}>And {counted(made.length - most, 'more', 'more')}.</p>
      )}
    </section>
  )
}
