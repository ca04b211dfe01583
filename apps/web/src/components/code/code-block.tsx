import { makeStyles, tokens } from '@fluentui/react-components'
import { CopyButton } from '../copy-button.tsx'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px', maxWidth: '960px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  words: { flex: '1 1 240px', color: tokens.colorNeutralForeground2 },
  code: {
    margin: 0,
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
})

interface CodeBlockProps {
  /** What it is for. */
  readonly words: string
  /** Names it for the copy button. */
  readonly what: string
  readonly text: string
}

/** A few commands, to copy. */
export function CodeBlock({ words, what, text }: CodeBlockProps) {
  const styles = useStyles()
  return (
    <div className={styles.box}>
      <div className={styles.head}>
        <p className={styles.words}>{words}</p>
        <CopyButton value={text} what={what} text="Copy" appearance="secondary" />
      </div>
      <pre className={styles.code}>
        <code>{text}</code>
      </pre>
    </div>
  )
}
