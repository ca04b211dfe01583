import { makeStyles, tokens } from '@fluentui/react-components'
import { Warning16Regular } from '@fluentui/react-icons'
import type { Application } from '@trustwright/shared-schemas'
import { AppLink } from '../../components/app-link.tsx'
import { Identifier } from '../../components/identifier.tsx'
import type { TableColumn } from '../../components/row-table.tsx'
import { audienceWords } from '../../components/sign-in-audience.ts'
import { exactTime, relativeTime } from '../../lib/time.ts'
import { paths } from '../../paths.ts'
import { ExactTime } from '../../ui/exact-time.tsx'
import { ApplicationMark } from '../../ui/marks.tsx'

const useStyles = makeStyles({
  link: { display: 'inline-flex', alignItems: 'center', columnGap: '8px', minHeight: '24px' },
  mark: { display: 'inline-flex', flexShrink: 0 },
  // A name may have 256 letters of any script.
  name: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
  },
  flag: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    color: tokens.colorStatusWarningForeground3,
  },
  icon: { flexShrink: 0 },
})

export interface ApplicationRow {
  readonly key: string
  readonly application: Application
  /** Milliseconds: what relative times are counted from. */
  readonly now: number
}

/** What the list tells of each application. */
export const applicationColumns: readonly TableColumn<ApplicationRow>[] = [
  { title: 'Name', width: '34%', cell: ({ application }) => <Name application={application} /> },
  {
    title: 'Who can sign in',
    width: '24%',
    cell: ({ application }) => <Audience stored={application.signInAudience} />,
  },
  { title: 'Created', width: '14%', cell: (row) => <Created row={row} /> },
  {
    title: 'Application (client) ID',
    cell: ({ application: { appId, displayName } }) => (
      <Identifier value={appId} what={`client ID of ${displayName}`} />
    ),
  },
]

function Name({ application: { appId, displayName } }: { readonly application: Application }) {
  const styles = useStyles()
  return (
    <AppLink href={paths.application(appId)} className={styles.link}>
      <span className={styles.mark}>
        <ApplicationMark />
      </span>
      <bdi className={styles.name} title={displayName}>
        {displayName}
      </bdi>
    </AppLink>
  )
}

function Audience({ stored }: { readonly stored: string | null }) {
  const styles = useStyles()
  const { short, warning } = audienceWords(stored)
  if (warning === null) return short
  return (
    <span className={styles.flag}>
      <Warning16Regular aria-hidden="true" className={styles.icon} /> {short}
    </span>
  )
}

function Created({ row: { application, now } }: { readonly row: ApplicationRow }) {
  if (application.createdAt === null) return null
  const at = Date.parse(application.createdAt)
  return <ExactTime at={application.createdAt} text={relativeTime(at, now)} exact={exactTime(at)} />
}
