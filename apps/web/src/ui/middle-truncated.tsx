import { makeStyles } from '@fluentui/react-components'

const useStyles = makeStyles({
  whole: { display: 'inline-flex', minWidth: 0, maxWidth: '100%', whiteSpace: 'pre' },
  start: { overflow: 'hidden', textOverflow: 'ellipsis', minWidth: '3ch' },
  end: { flexShrink: 0 },
})

/**
 * Text on one line that loses its middle when space is short: both ends stay, and selecting it copies all of it.
 * `keep`: characters of the end that always show.
 */
export function MiddleTruncated({ text, keep = 10 }: { readonly text: string; readonly keep?: number }) {
  const styles = useStyles()
  const cut = text.length > keep + 10 ? text.length - keep : text.length
  return (
    <span className={styles.whole} title={cut < text.length ? text : undefined}>
      <span className={styles.start}>{text.slice(0, cut)}</span>
      {cut < text.length && <span className={styles.end}>{text.slice(cut)}</span>}
    </span>
  )
}
