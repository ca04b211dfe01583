import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Key20Regular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { ApplicationMark, ManagedIdentityMark } from '../ui/marks.tsx'
import type { MarkName } from './mark-of.ts'
import { PlatformMark } from './platform-mark.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid' },
  stop: {
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 1fr)',
    columnGap: '12px',
    position: 'relative',
    paddingBottom: '16px',
    ':last-child': { paddingBottom: 0 },
  },
  // The way of the token, from mark to mark.
  way: {
    '::before': {
      content: '""',
      position: 'absolute',
      left: '15px',
      top: '32px',
      bottom: 0,
      width: '2px',
      backgroundColor: tokens.colorBrandStroke1,
    },
  },
  openWay: { '::before': { backgroundColor: tokens.colorNeutralStroke1 } },
  mark: {
    display: 'grid',
    placeItems: 'center',
    width: '32px',
    height: '32px',
    borderRadius: tokens.borderRadiusCircular,
    border: `2px solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorBrandForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  openMark: {
    border: `2px dashed ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground2,
  },
  words: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    minWidth: 0,
    alignContent: 'center',
    minHeight: '32px',
  },
  label: { fontSize: tokens.fontSizeBase200, lineHeight: '16px', color: tokens.colorNeutralForeground2 },
  name: { fontWeight: tokens.fontWeightSemibold, minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  mono: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
})

/** A part of the path; null while nothing is known of it. */
export interface PathWorkload {
  readonly mark: MarkName
  readonly platform: string
  /** Empty while it is not typed. */
  readonly name: string
  readonly qualifier: string | null
  /** The subject itself stands in place of a name. */
  readonly raw: boolean
  /** Trusts of the same workload beside this one. */
  readonly more: number
}

export interface PathIdentity {
  readonly kind: 'managedIdentity' | 'application'
  readonly name: string
  /** `new, in rg-pay`. */
  readonly note: string | null
}

interface TrustPathProps {
  readonly workload: PathWorkload | null
  readonly identity: PathIdentity | null
  /** Roles that it has or gets; null while that is not known. */
  readonly opens: readonly string[] | null
  /** In place of the roles where there are none. */
  readonly nothing?: string | undefined
}

const mostRoles = 3

/** The trust line while it is being made, one stop under the other: what is not chosen yet stands there as open. */
export function TrustPath({ workload, identity, opens, nothing }: TrustPathProps) {
  const styles = useStyles()
  const Mark = identity?.kind === 'application' ? ApplicationMark : ManagedIdentityMark
  return (
    <ol className={styles.list} aria-label="The way of the token">
      <Stop
        label={workload === null ? 'Workload' : workload.platform}
        isOpen={workload === null || workload.name === ''}
        isWayOpen={identity === null}
        mark={<PlatformMark mark={workload?.mark ?? 'other'} size={18} />}
      >
        {workload === null || workload.name === '' ? <Quiet>not said yet</Quiet> : <Workload {...workload} />}
      </Stop>
      <Stop
        label="signs in as"
        isOpen={identity === null}
        isWayOpen={opens === null || opens.length === 0}
        mark={<Mark size={18} />}
      >
        {identity === null ? <Quiet>identity: not chosen yet</Quiet> : <Identity {...identity} />}
      </Stop>
      <Stop
        label="which opens"
        isOpen={opens === null || opens.length === 0}
        mark={<Key20Regular aria-hidden="true" />}
      >
        {opens === null ? (
          <Quiet>not chosen yet</Quiet>
        ) : opens.length === 0 ? (
          <Quiet>{nothing ?? 'nothing yet: it has no role'}</Quiet>
        ) : (
          <Opens opens={opens} />
        )}
      </Stop>
    </ol>
  )
}

interface StopProps {
  readonly label: string
  readonly mark: ReactNode
  readonly isOpen: boolean
  /** Whether the way on from here is open; left out at the end. */
  readonly isWayOpen?: boolean
  readonly children: ReactNode
}

function Stop({ label, mark, isOpen, isWayOpen, children }: StopProps) {
  const styles = useStyles()
  return (
    <li
      className={mergeClasses(
        styles.stop,
        isWayOpen !== undefined && styles.way,
        isWayOpen === true && styles.openWay,
      )}
    >
      <span className={mergeClasses(styles.mark, isOpen && styles.openMark)}>{mark}</span>
      <span className={styles.words}>
        <span className={styles.label}>{label}</span>
        {children}
      </span>
    </li>
  )
}

function Workload({ name, qualifier, raw, more }: PathWorkload) {
  const styles = useStyles()
  return (
    <span>
      <span className={mergeClasses(styles.name, raw && styles.mono)}>{name}</span>
      {qualifier !== null && <span className={styles.quiet}> · {qualifier}</span>}
      {more > 0 && <span className={styles.quiet}> and {more} more</span>}
    </span>
  )
}

function Identity({ name, note }: PathIdentity) {
  const styles = useStyles()
  return (
    <span>
      {/* A name in Arabic or Hebrew keeps its own direction among the words around it. */}
      <bdi className={styles.name}>{name}</bdi>
      {note !== null && <span className={styles.quiet}> · {note}</span>}
    </span>
  )
}

function Opens({ opens }: { readonly opens: readonly string[] }) {
  const styles = useStyles()
  const left = opens.length - mostRoles
  return (
    <>
      {opens.slice(0, mostRoles).map((words) => (
        <span key={words} className={styles.name}>
          {words}
        </span>
      ))}
      {left > 0 && <span className={styles.quiet}>and {left} more</span>}
    </>
  )
}

function Quiet({ children }: { readonly children: ReactNode }) {
  const styles = useStyles()
  return <span className={styles.quiet}>{children}</span>
}
