import { makeStyles, tokens } from '@fluentui/react-components'
import { Warning16Regular } from '@fluentui/react-icons'
import type { ApplicationDetail, ApplicationOwner } from '@trustwright/shared-schemas'
import { Identifier } from '../../components/identifier.tsx'
import { audienceWords } from '../../components/sign-in-audience.ts'
import { useNow } from '../../components/use-now.ts'
import { useSession } from '../../components/use-session.ts'
import { exactTime, relativeTime } from '../../lib/time.ts'
import { ExactTime } from '../../ui/exact-time.tsx'
import { FactList, type Fact } from '../../ui/fact-list.tsx'
import { ownerWords } from './owner-words.ts'

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: '12px', minWidth: 0 },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  audience: { display: 'grid', rowGap: '2px', padding: '6px 0' },
  flag: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    color: tokens.colorStatusWarningForeground3,
  },
  why: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, maxWidth: '64ch' },
  owners: { listStyleType: 'none', margin: 0, padding: '6px 0', display: 'grid', rowGap: '4px' },
  icon: { flexShrink: 0 },
})

/** What the application is, and the IDs that other tools ask for, each to copy. */
export function ApplicationFacts({ detail }: { readonly detail: ApplicationDetail }) {
  const styles = useStyles()
  const { settings } = useSession()
  const { application, owners, servicePrincipalId } = detail
  const id = (term: string, value: string): Fact => ({
    term,
    detail: <Identifier value={value} what={term} />,
  })
  const facts: Fact[] = [
    { term: 'Who can sign in', detail: <Audience stored={application.signInAudience} /> },
    { term: 'Owners', detail: <Owners owners={owners} /> },
    ...(application.createdAt === null
      ? []
      : [{ term: 'Created', detail: <Created at={application.createdAt} /> }]),
    id('Application (client) ID', application.appId),
    id('Object ID', application.objectId),
    ...(servicePrincipalId === null
      ? [{ term: 'Object ID of its service principal', detail: 'There is none yet' }]
      : [id('Object ID of its service principal', servicePrincipalId)]),
    id('Tenant ID', settings.tenantId),
  ]
  return (
    <section className={styles.section} aria-labelledby="application-facts">
      <h2 className={styles.title} id="application-facts">
        About it
      </h2>
      <FactList facts={facts} />
    </section>
  )
}

function Audience({ stored }: { readonly stored: string | null }) {
  const styles = useStyles()
  const { short, warning } = audienceWords(stored)
  if (warning === null) return short
  return (
    <span className={styles.audience}>
      <span className={styles.flag}>
        <Warning16Regular aria-hidden="true" className={styles.icon} /> {short}
      </span>
      <span className={styles.why}>{warning}</span>
    </span>
  )
}

function Owners({ owners }: { readonly owners: readonly ApplicationOwner[] }) {
  const styles = useStyles()
  const { user } = useSession()
  if (owners.length === 0) {
    return (
      <span className={styles.audience}>
        <span className={styles.flag}>
          <Warning16Regular aria-hidden="true" className={styles.icon} /> Nobody
        </span>
        <span className={styles.why}>
          Only people with a directory role can change it, and nobody answers for it.
        </span>
      </span>
    )
  }
  return (
    <ul className={styles.owners}>
      {owners.map((owner) => (
        <li key={owner.objectId}>{ownerWords(owner, user?.objectId ?? null)}</li>
      ))}
    </ul>
  )
}

function Created({ at }: { readonly at: string }) {
  const now = useNow()
  const time = Date.parse(at)
  return <ExactTime at={at} text={relativeTime(time, now)} exact={exactTime(time)} />
}
