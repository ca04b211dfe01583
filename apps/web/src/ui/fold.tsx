import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  fold: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  summary: {
    cursor: 'pointer',
    padding: '8px 4px',
    minHeight: '24px',
    lineHeight: '24px',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
    borderRadius: tokens.borderRadiusMedium,
    '::marker': { color: tokens.colorNeutralForeground3 },
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  inside: { padding: '4px 0 16px 20px' },
})

interface FoldProps {
  /** What it is about, and its value: that stays visible. */
  readonly summary: ReactNode
  /** It opens by itself, such as where something in it was refused. */
  readonly isDue?: boolean
  readonly children: ReactNode
}

/** What nearly nobody has to change, as one quiet row. Native, so that a search in the page finds and opens it. */
export function Fold({ summary, isDue = false, children }: FoldProps) {
  const styles = useStyles()
  return (
    <details className={styles.fold} {...(isDue ? { open: true } : {})}>
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.inside}>{children}</div>
    </details>
  )
}
