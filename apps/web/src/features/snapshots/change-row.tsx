import { makeStyles, tokens } from '@fluentui/react-components'
import { Add16Regular, Edit16Regular, Subtract16Regular } from '@fluentui/react-icons'
import type { InventoryChange } from '@trustwright/shared-schemas'
import { AppLink } from '../../components/app-link.tsx'
import { TrustLine } from '../../components/trust-line.tsx'
import { paths } from '../../paths.ts'
import { byWords, changeWords } from './change-words.ts'
import { fieldChanges } from './field-changes.ts'
import { FieldDiff } from './field-diff.tsx'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '104px minmax(0, 1fr)',
    gap: '8px 16px',
    padding: '16px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  word: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '6px',
    height: '24px',
    fontWeight: tokens.fontWeightSemibold,
  },
  body: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
})

const icons = { added: Add16Regular, removed: Subtract16Regular, changed: Edit16Regular } as const

interface ChangeRowProps {
  readonly change: InventoryChange
  /** Not every log could be asked who did it. */
  readonly isLogMissing: boolean
}

/** One difference: what it is about, each field before and after, and who did it. */
export function ChangeRow({ change, isLogMissing }: ChangeRowProps) {
  const styles = useStyles()
  const Icon = icons[change.change]
  return (
    <li className={styles.row}>
      <span className={styles.word}>
        <Icon aria-hidden="true" />
        {changeWords[change.change]}
      </span>
      <div className={styles.body}>
        <What change={change} />
        <FieldDiff fields={fieldChanges(change)} />
        <span className={styles.quiet}>{byWords(change.by, isLogMissing)}</span>
      </div>
    </li>
  )
}

function What({ change }: { readonly change: InventoryChange }) {
  const styles = useStyles()
  const { after, before, displayName } = change
  const side = after ?? before
  if (side !== null && 'trust' in side) {
    const { trust, applicationName } = side
    const { parent } = trust
    const name = parent.kind === 'application' ? (applicationName ?? parent.appId) : parent.identityName
    return (
      <TrustLine
        issuer={trust.issuer}
        subject={trust.subject}
        expression={trust.expression}
        identity={{ kind: parent.kind, name }}
        {...(after === null ? {} : { href: paths.trust({ parent, trustName: trust.name }) })}
      />
    )
  }
  if (side === null) return <span className={styles.name}>{displayName}</span>
  return (
    <span className={styles.name}>
      {side.parent.kind === 'application' ? 'App registration ' : 'Managed identity '}
      {after === null ? displayName : <AppLink href={paths.parent(side.parent)}>{displayName}</AppLink>}
    </span>
  )
}
