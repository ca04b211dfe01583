import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { MiddleTruncated } from '../ui/middle-truncated.tsx'
import { CopyButton } from './copy-button.tsx'

const useStyles = makeStyles({
  box: { display: 'inline-flex', alignItems: 'center', columnGap: '4px', minWidth: 0, maxWidth: '100%' },
  text: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    minWidth: 0,
    overflow: 'hidden',
  },
  whole: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
})

interface IdentifierProps {
  readonly value: string
  /** What it is, as a noun: `client ID`. */
  readonly what: string
  /** Shows all of it over several lines instead of losing the middle. */
  readonly whole?: boolean
  readonly copy?: boolean
}

/** An identifier, letter by letter as stored, with a button that copies it. */
export function Identifier({ value, what, whole = false, copy = true }: IdentifierProps) {
  const styles = useStyles()
  return (
    <span className={styles.box}>
      <code className={mergeClasses(styles.text, whole && styles.whole)}>
        {whole ? value : <MiddleTruncated text={value} mono />}
      </code>
      {copy && <CopyButton value={value} what={what} />}
    </span>
  )
}
