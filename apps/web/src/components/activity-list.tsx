import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Regular, CircleHint16Regular, DismissCircle16Regular } from '@fluentui/react-icons'
import { errorCatalogue, errorCodes, type ActivityEvent, type TrustParent } from '@trustwright/shared-schemas'
import { exactTime, relativeTime } from '../lib/time.ts'
import { paths } from '../paths.ts'
import { ExactTime } from '../ui/exact-time.tsx'
import { ActivityDetail } from './activity-detail.tsx'
import { ActivityRestore } from './activity-restore.tsx'
import {
  doorWords,
  operationWords,
  outcomeWords,
  parentOf,
  readTarget,
  targetName,
  trustOf,
} from './activity-words.ts'
import { AppLink } from './app-link.tsx'
import { useParentName } from './parent/use-parent-name.ts'
import { TrustLine } from './trust-line.tsx'
import type { StoredTrust } from './trust-words.ts'
import { useNow } from './use-now.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', display: 'grid', maxWidth: '960px' },
  event: {
    display: 'grid',
    gridTemplateColumns: '112px minmax(0, 1fr) auto',
    gap: '4px 16px',
    padding: '12px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  outcome: { display: 'inline-flex', columnGap: '6px', alignItems: 'center', height: '20px' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  open: { color: tokens.colorStatusWarningForeground3 },
  words: {
    display: 'grid',
    rowGap: '4px',
    minWidth: 0,
    '@media (max-width: 639px)': { gridRow: 2, gridColumn: '1 / -1' },
  },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
})

const icons = {
  good: CheckmarkCircle16Regular,
  bad: DismissCircle16Regular,
  open: CircleHint16Regular,
} as const

interface ActivityListProps {
  readonly events: readonly ActivityEvent[]
  /** Names who did it, where a list has the actions of several people. */
  readonly showActor?: boolean
}

/** Lines of the audit trail: outcome, what, to what, when; values before and after on demand. */
export function ActivityList({ events, showActor = false }: ActivityListProps) {
  const styles = useStyles()
  return (
    <ol className={styles.list}>
      {events.map((event) => (
        <ActivityLine key={event.activityId} event={event} showActor={showActor} />
      ))}
    </ol>
  )
}

interface ActivityLineProps {
  readonly event: ActivityEvent
  readonly showActor: boolean
}

/** One of them, for lists that tell of more than the audit trail. */
export function ActivityLine({ event, showActor }: ActivityLineProps) {
  const styles = useStyles()
  const now = useNow()
  const door = doorWords(event)
  return (
    <li className={styles.event}>
      <Outcome event={event} />
      <div className={styles.words}>
        <div>
          {operationWords(event)} <Target event={event} />
          {showActor && <span className={styles.quiet}> by {event.actor.username}</span>}
          {door !== null && <span className={styles.quiet}> · {door}</span>}
        </div>
        <ActivityTrust event={event} />
        <Reason event={event} />
        <ActivityRestore event={event} now={now} />
        <ActivityDetail event={event} />
      </div>
      <ExactTime
        at={event.at}
        text={relativeTime(Date.parse(event.at), now)}
        exact={exactTime(Date.parse(event.at))}
      />
    </li>
  )
}

function Outcome({ event }: { readonly event: ActivityEvent }) {
  const styles = useStyles()
  const { word, look } = outcomeWords(event.outcome)
  const Icon = icons[look]
  return (
    <span className={mergeClasses(styles.outcome, styles[look])}>
      <Icon aria-hidden="true" />
      {word}
    </span>
  )
}

function Target({ event }: { readonly event: ActivityEvent }) {
  const styles = useStyles()
  const name = targetName(event)
  if (name === null) return null
  const target = readTarget(event.target)
  const parent = parentOf(target)
  // A role is held on something else, and a registration that was refused has no page.
  if (parent === null || event.operation.startsWith('role-assignment.')) return <strong>{name}</strong>
  if (target.trustName === null)
    return parent.kind === 'application' ? (
      <ParentLink parent={parent} />
    ) : (
      <AppLink href={paths.parent(parent)}>{name}</AppLink>
    )
  return (
    <>
      {/* A deleted trust has no page any more; that of its parent is there. */}
      {event.operation === 'trust.delete' ? (
        <strong>{name}</strong>
      ) : (
        <AppLink href={paths.trust({ parent, trustName: target.trustName })}>{name}</AppLink>
      )}
      <span className={styles.quiet}>
        {' '}
        of <ParentLink parent={parent} />
      </span>
    </>
  )
}

function ParentLink({ parent }: { readonly parent: TrustParent }) {
  return <AppLink href={paths.parent(parent)}>{useParentName(parent)}</AppLink>
}

function ActivityTrust({ event }: { readonly event: ActivityEvent }) {
  const stored = trustOf(event)
  const parent = parentOf(readTarget(event.target))
  return stored === null || parent === null ? null : <StoredLine stored={stored} parent={parent} />
}

interface StoredLineProps {
  readonly stored: StoredTrust
  readonly parent: TrustParent
}

function StoredLine({ stored, parent }: StoredLineProps) {
  return <TrustLine {...stored} identity={{ kind: parent.kind, name: useParentName(parent) }} />
}

function Reason({ event }: { readonly event: ActivityEvent }) {
  const styles = useStyles()
  if (event.outcome === 'succeeded') return null
  const code = errorCodes.find((known) => known === event.problemCode)
  const why = code === undefined ? outcomeWords(event.outcome).meaning : `${errorCatalogue[code].title}.`
  return <div className={styles.quiet}>{why}</div>
}
