import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { StoredFinding } from '@trustwright/shared-schemas'
import { AppLink } from '../../components/app-link.tsx'
import { FindingLine } from '../../components/findings/finding-line.tsx'
import { SeverityBadge } from '../../components/findings/severity-badge.tsx'
import { useNow } from '../../components/use-now.ts'
import { paths } from '../../paths.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { standWords } from '../../components/findings/stand-words.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '32px 96px minmax(0, 1fr)',
    gap: '2px 12px',
    padding: '10px 12px 10px 4px',
    position: 'absolute',
    insetInline: 0,
    top: 0,
    boxSizing: 'border-box',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 639px)': { gridTemplateColumns: '32px minmax(0, 1fr)' },
  },
  line: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  words: {
    display: 'grid',
    rowGap: '2px',
    minWidth: 0,
    '@media (max-width: 639px)': { gridColumn: '2' },
  },
  text: { width: 'fit-content', overflowWrap: 'anywhere' },
  small: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
})

interface FindingRowProps {
  readonly finding: StoredFinding
  /** Stays in the address of the finding. */
  readonly of: 'portal' | undefined
  readonly showRule: boolean
  readonly picked: boolean
  /** Absent: nothing can be done with several. */
  readonly onPick: (() => void) | undefined
  /** Where it stands in the list, of which only a part is drawn. */
  readonly place: {
    readonly index: number
    /** Pixels from the top of the list. */
    readonly start: number
    readonly total: number
  }
  /** Takes the row for the measure of its height. */
  readonly measure: (element: Element | null) => void
}

/** One finding: how bad, about what, what follows, and where it stands. */
export function FindingRow({ finding, of, showRule, picked, onPick, place, measure }: FindingRowProps) {
  const styles = useStyles()
  const now = useNow()
  const { hash, severity, title, text, trustName, parentName } = finding
  const about = trustName ?? parentName
  return (
    <li
      ref={measure}
      className={mergeClasses(styles.row, place.index > 0 && styles.line)}
      data-row={hash}
      data-index={place.index}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys j and k bring the focus here
      tabIndex={-1}
      aria-label={`${title}: ${about}`}
      aria-setsize={place.total}
      aria-posinset={place.index + 1}
      style={{ transform: `translateY(${place.start}px)` }}
    >
      {onPick === undefined ? (
        <span />
      ) : (
        <Checkbox aria-label={`Pick ${title}: ${about}`} checked={picked} onChange={onPick} />
      )}
      <SeverityBadge severity={severity} />
      <div className={styles.words}>
        <FindingLine finding={finding} />
        <span className={styles.text}>{showRule ? `${title}. ${text}` : text}</span>
        <span className={styles.small}>
          <AppLink href={paths.finding(hash, { of })}>
            Evidence and fix<VisuallyHidden>{`: ${title}, ${about}`}</VisuallyHidden>
          </AppLink>
          {` · ${standWords(finding, now)}`}
        </span>
      </div>
    </li>
  )
}
