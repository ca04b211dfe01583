import { makeStyles, tokens } from '@fluentui/react-components'
import type { Unreadable } from '@trustwright/shared-schemas'
import { Identifier } from './identifier.tsx'
import { Callout } from '../ui/callout.tsx'
import { counted } from '../lib/words.ts'
import { kindWords, unreadableMeaning, unreadableTitle } from './unreadable-words.ts'

const mostShown = 200

const useStyles = makeStyles({
  summary: { cursor: 'pointer', minHeight: '24px', width: 'fit-content' },
  list: {
    listStyleType: 'none',
    display: 'grid',
    rowGap: '12px',
    marginTop: '8px',
    maxHeight: '320px',
    overflowY: 'auto',
  },
  item: { display: 'grid', minWidth: 0 },
  reason: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

interface UnreadableListProps {
  readonly unreadable: readonly Unreadable[]
  /** What the list lacks because of it, where that is not trusts: a sentence. */
  readonly meaning?: string
  /** Where the counts of what was not read do not say it. */
  readonly title?: string
}

/** What could not be read, and why: the list below may lack its trusts. */
export function UnreadableList({
  unreadable,
  meaning = unreadableMeaning(unreadable),
  title = unreadableTitle(unreadable),
}: UnreadableListProps) {
  const styles = useStyles()
  if (unreadable.length === 0) return null
  return (
    <Callout intent="warning" title={title}>
      <p>{meaning}</p>
      <details>
        <summary className={styles.summary}>Show what and why</summary>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls has to take the keyboard */}
        <ul className={styles.list} tabIndex={0} aria-label="What could not be read">
          {unreadable.slice(0, mostShown).map(({ kind, scope, displayName, code, reason }) => (
            <li className={styles.item} key={`${kind} ${scope}`}>
              <span>
                {kindWords[kind]} <strong>{displayName}</strong>
              </span>
              <span className={styles.reason}>
                {reason} ({code})
              </span>
              {kind !== 'directory' && <Identifier value={scope} what="scope" />}
            </li>
          ))}
        </ul>
        {unreadable.length > mostShown && (
          <p>And {counted(unreadable.length - mostShown, 'more', 'more')}.</p>
        )}
      </details>
    </Callout>
  )
}
