import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircle20Regular,
  DismissCircle20Regular,
  Info20Regular,
  Warning20Regular,
} from '@fluentui/react-icons'
import type { ReactNode } from 'react'

export type CalloutIntent = 'danger' | 'warning' | 'success' | 'information'

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '12px',
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    lineHeight: tokens.lineHeightBase300,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  body: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '4px', minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground3,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  success: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    color: tokens.colorStatusSuccessForeground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
  },
  information: { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground1 },
  text: { color: tokens.colorNeutralForeground1 },
})

const icons = {
  danger: DismissCircle20Regular,
  warning: Warning20Regular,
  success: CheckmarkCircle20Regular,
  information: Info20Regular,
} as const

interface CalloutProps {
  readonly intent: CalloutIntent
  /** The state in words: colour never stands alone. */
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** `alert` when it appears in answer to what a person just did. */
  readonly role?: 'alert'
}

/** A message that stays in the page: icon, word, cause and what to do. */
export function Callout({ intent, title, children, actions, role }: CalloutProps) {
  const styles = useStyles()
  const Icon = icons[intent]
  return (
    <div className={mergeClasses(styles.box, styles[intent])} role={role}>
      <Icon aria-hidden="true" />
      <div className={styles.body}>
        <div className={styles.title}>{title}</div>
        {children !== undefined && <div className={mergeClasses(styles.body, styles.text)}>{children}</div>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
