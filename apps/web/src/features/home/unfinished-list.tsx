import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CircleHint16Regular, DismissCircle16Regular, Edit16Regular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { ActionLink } from '../../components/action-link.tsx'
import { AppLink } from '../../components/app-link.tsx'
import { useParentName } from '../../components/parent/use-parent-name.ts'
import { TrustLine } from '../../components/trust-line.tsx'
import { paths } from '../../paths.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import type { Unfinished } from './unfinished.ts'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 24px',
    padding: '12px 16px',
    '& + &': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  words: { flex: '1 1 280px', minWidth: 0, display: 'grid', rowGap: '2px' },
  what: { overflowWrap: 'anywhere' },
  why: { display: 'inline-flex', columnGap: '6px', alignItems: 'center', lineHeight: '20px' },
  icon: { display: 'inline-flex', flexShrink: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  open: { color: tokens.colorStatusWarningForeground3 },
})

const whys = {
  unproven: {
    text: 'Stored, and no token has shown yet that it works.',
    look: 'quiet',
    icon: CircleHint16Regular,
    action: 'Prove it',
  },
  refused: {
    text: 'Entra refused the last token.',
    look: 'bad',
    icon: DismissCircle16Regular,
    action: 'See what differs',
  },
  unknown: {
    text: 'Azure’s answer was lost: it may have happened.',
    look: 'open',
    icon: CircleHint16Regular,
    action: 'Look where it belongs',
  },
} as const

interface UnfinishedListProps {
  readonly items: readonly Unfinished[]
  /** A new trust was begun in this tab and not created. */
  readonly hasDraft: boolean
}

/** Each trust that waits for the person, why, and the one step that ends it. */
export function UnfinishedList({ items, hasDraft }: UnfinishedListProps) {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {hasDraft && (
        <Item
          what="A new trust that you began"
          why={
            <span className={mergeClasses(styles.why, styles.quiet)}>
              <span className={styles.icon}>
                <Edit16Regular aria-hidden="true" />
              </span>
              What you typed is kept in this tab.
            </span>
          }
          action={<ActionLink href={paths.trustForm()}>Go on</ActionLink>}
        />
      )}
      {items.map((item) => (
        <UnfinishedTrust item={item} key={`${paths.trust(item.key)} ${item.at}`} />
      ))}
    </ul>
  )
}

function UnfinishedTrust({ item }: { readonly item: Unfinished }) {
  const styles = useStyles()
  const { key, stored } = item
  const name = useParentName(key.parent)
  const { text, look, icon: Icon, action } = whys[item.why]
  const href = item.why === 'unknown' ? paths.parent(key.parent) : paths.trust(key, { tab: 'prove' })
  return (
    <Item
      what={
        stored === null ? (
          <>
            <AppLink href={paths.trust(key)}>{key.trustName}</AppLink> of {name}
          </>
        ) : (
          <TrustLine {...stored} identity={{ kind: key.parent.kind, name }} href={paths.trust(key)} />
        )
      }
      why={
        <span className={mergeClasses(styles.why, styles[look])}>
          <span className={styles.icon}>
            <Icon aria-hidden="true" />
          </span>
          {text}
        </span>
      }
      action={
        <ActionLink href={href}>
          {action}
          <VisuallyHidden>: {key.trustName}</VisuallyHidden>
        </ActionLink>
      }
    />
  )
}

interface ItemProps {
  readonly what: ReactNode
  readonly why: ReactNode
  readonly action: ReactNode
}

function Item({ what, why, action }: ItemProps) {
  const styles = useStyles()
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <div className={styles.what}>{what}</div>
        {why}
      </div>
      {action}
    </li>
  )
}
