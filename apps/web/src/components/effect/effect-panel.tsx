import { makeStyles, tokens } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '16px',
    padding: '20px 24px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 639px)': { padding: '16px' },
  },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
})

/** What stands in it: the effect in a sentence, and what is said beside it. */
export const useEffectStyles = makeStyles({
  effect: { fontSize: tokens.fontSizeBase400, lineHeight: '24px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface EffectPanelProps {
  readonly title: string
  /** For screen readers, where the title changes with what is typed. */
  readonly label?: string
  /** Of the heading. */
  readonly level?: 2 | 3
  readonly children: ReactNode
}

/** What will happen, live: beside the form that it follows from. */
export function EffectPanel({ title, label, level = 2, children }: EffectPanelProps) {
  const styles = useStyles()
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section
      className={styles.panel}
      {...(label === undefined ? { 'aria-labelledby': id } : { 'aria-label': label })}
    >
      <Heading className={styles.title} id={id}>
        {title}
      </Heading>
      {children}
    </section>
  )
}
