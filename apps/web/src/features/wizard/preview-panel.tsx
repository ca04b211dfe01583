import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { EffectPanel } from '../../components/effect/effect-panel.tsx'
import { useMediaQuery } from '../../ui/use-media-query.ts'

const useStyles = makeStyles({
  folded: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    padding: '12px 16px',
  },
  summary: { cursor: 'pointer', minHeight: '24px', overflowWrap: 'anywhere' },
  line: { fontWeight: tokens.fontWeightSemibold },
  inside: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px', marginTop: '16px' },
})

/** There is no room beside a step. */
const narrowPreview = '(max-width: 1199px)'

interface PreviewPanelProps {
  /** All of it in one line, where it is folded. */
  readonly summary: string
  /** Open where there is no room beside the step too. */
  readonly isOpen: boolean
  readonly children: ReactNode
}

/** Beside the step where there is room; otherwise one line above the buttons that opens. */
export function PreviewPanel({ summary, isOpen, children }: PreviewPanelProps) {
  const styles = useStyles()
  const isNarrow = useMediaQuery(narrowPreview)
  if (isNarrow && !isOpen) {
    return (
      <details className={styles.folded} aria-label="What will happen">
        <summary className={styles.summary}>
          What will happen: <span className={styles.line}>{summary}</span>
        </summary>
        <div className={styles.inside}>{children}</div>
      </details>
    )
  }
  return <EffectPanel title="What will happen">{children}</EffectPanel>
}
