import { makeStyles } from '@fluentui/react-components'
import { placeOfCut } from '../lib/shorten.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

const useStyles = makeStyles({
  whole: {
    display: 'inline-flex',
    position: 'relative',
    minWidth: 0,
    maxWidth: '100%',
    whiteSpace: 'pre',
    verticalAlign: 'bottom',
  },
  start: { overflow: 'hidden', textOverflow: 'ellipsis', minWidth: '3ch' },
  end: { flexShrink: 0 },
  spoken: { userSelect: 'none' },
})

interface MiddleTruncatedProps {
  readonly text: string
  /** Characters of the end that always show. */
  readonly keep?: number
  /** The letters have one width: the start then ends with a whole one, and no gap stands behind the ellipsis. */
  readonly mono?: boolean
}

/**
 * Text on one line that loses its middle when space is short: both ends stay, and selecting it copies all of it. Two
 * boxes are two words to a screen reader, so it gets the text whole, from a third that cannot be selected.
 */
export function MiddleTruncated({ text, keep = 10, mono = false }: MiddleTruncatedProps) {
  const styles = useStyles()
  const cut = text.length > keep + 10 ? placeOfCut(text, keep, mono ? 'letters' : 'words') : text.length
  if (cut === text.length) {
    return (
      <span className={styles.whole} dir="auto">
        <span className={styles.start}>{text}</span>
      </span>
    )
  }
  // The pixels cover what a browser's rounding of `ch` takes from the letters.
  const wholeLetters = mono ? { maxWidth: `calc(round(down, 100% + 1px, 1ch) - ${keep}ch + 2px)` } : {}
  return (
    // A name in Arabic or Hebrew begins at the right, so its first part has to stand there.
    <span className={styles.whole} dir="auto" title={text}>
      <span className={styles.spoken}>
        <VisuallyHidden>{text}</VisuallyHidden>
      </span>
      <span className={styles.start} style={wholeLetters} aria-hidden="true">
        {text.slice(0, cut)}
      </span>
      <span className={styles.end} aria-hidden="true">
        {text.slice(cut)}
      </span>
    </span>
  )
}
