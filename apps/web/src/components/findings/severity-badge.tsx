import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  ArrowCircleDown16Regular,
  ErrorCircle16Filled,
  ErrorCircle16Regular,
  Info16Regular,
  Warning16Filled,
} from '@fluentui/react-icons'
import type { FindingSeverity } from '@trustwright/shared-schemas'
import { severityWords } from './severity-words.ts'

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '6px',
    height: '20px',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { display: 'inline-flex', flexShrink: 0 },
  critical: { color: tokens.colorStatusDangerForeground1 },
  high: { color: tokens.colorStatusDangerForeground1 },
  medium: { color: tokens.colorStatusWarningForeground3 },
  low: { color: tokens.colorNeutralForeground2 },
  info: { color: tokens.colorNeutralForeground2 },
})

const icons = {
  critical: ErrorCircle16Filled,
  high: ErrorCircle16Regular,
  medium: Warning16Filled,
  low: ArrowCircleDown16Regular,
  info: Info16Regular,
} as const

/** How much a finding weighs: the word, and a mark of its own, so that no colour stands alone. */
export function SeverityBadge({ severity }: { readonly severity: FindingSeverity }) {
  const styles = useStyles()
  const Icon = icons[severity]
  return (
    <span className={mergeClasses(styles.badge, styles[severity])}>
      <span className={styles.icon}>
        <Icon aria-hidden="true" />
      </span>
      {severityWords[severity]}
    </span>
  )
}
