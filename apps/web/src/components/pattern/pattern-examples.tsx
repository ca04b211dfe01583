import { makeStyles, tokens } from '@fluentui/react-components'
import { Checkmark16Filled, Dismiss16Filled } from '@fluentui/react-icons'
import type { Expression } from '@trustwright/federation'
import type { ReactNode } from 'react'
import { exampleLines, type ExampleLine } from './example-lines.ts'

const useStyles = makeStyles({
  box: { display: 'grid', rowGap: '16px', gridTemplateColumns: 'minmax(0, 1fr)' },
  part: { display: 'grid', rowGap: '4px', gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '4px' },
  line: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: '8px',
    alignItems: 'start',
    lineHeight: '20px',
  },
  icon: { marginTop: '2px' },
  yes: { color: tokens.colorStatusSuccessForeground1 },
  no: { color: tokens.colorStatusDangerForeground1 },
  value: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
})

/** Tokens that would match and near misses that would not, each tried with the portal's own evaluator. */
export function PatternExamples({ expression }: { readonly expression: Expression }) {
  const styles = useStyles()
  const { matching, others, always } = exampleLines(expression)
  return (
    <div className={styles.box}>
      <Examples
        title="These would match"
        lines={matching}
        icon={<Checkmark16Filled className={styles.yes} />}
      />
      <Examples title="These would not" lines={others} icon={<Dismiss16Filled className={styles.no} />} />
      {always.length > 0 && (
        <p className={styles.quiet}>
          Each with {always.map(({ claim, value }) => `${claim} ${value}`).join(' and ')}, where nothing else
          is said.
        </p>
      )}
    </div>
  )
}

interface ExamplesProps {
  readonly title: string
  readonly lines: readonly ExampleLine[]
  readonly icon: ReactNode
}

function Examples({ title, lines, icon }: ExamplesProps) {
  const styles = useStyles()
  if (lines.length === 0) return null
  return (
    <section className={styles.part} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list}>
        {lines.map(({ claim, value }) => (
          <li key={`${claim} ${value}`} className={styles.line}>
            <span className={styles.icon} aria-hidden="true">
              {icon}
            </span>
            <span className={styles.value}>
              {claim === 'sub' ? '' : `${claim} `}
              {value}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
