import { makeStyles, tokens } from '@fluentui/react-components'
import { CloudRegular, EyeRegular } from '@fluentui/react-icons'
import type { TrustHistoryEntry } from '@trustwright/shared-schemas'
import type { ReactNode } from 'react'
import { useNow } from '../../../components/use-now.ts'
import { ValueDiff } from '../../../components/value-diff.tsx'
import { exactTime, relativeTime } from '../../../lib/time.ts'
import { ExactTime } from '../../../ui/exact-time.tsx'
import { changedValues, noticedWords, sourceWords, whoWords, type Noticed } from './history-words.ts'

// The columns of a line of the audit trail.
const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '112px minmax(0, 1fr) auto',
    gap: '4px 16px',
    padding: '12px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  kind: {
    display: 'inline-flex',
    columnGap: '6px',
    alignItems: 'center',
    height: '20px',
    color: tokens.colorNeutralForeground2,
  },
  words: {
    display: 'grid',
    rowGap: '4px',
    minWidth: 0,
    overflowWrap: 'anywhere',
    '@media (max-width: 639px)': { gridRow: 2, gridColumn: '1 / -1' },
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

const exact = (at: string) => exactTime(Date.parse(at))

/** Found by comparing two readings of the tenant. */
export function NoticedLine({ entry }: { readonly entry: Noticed }) {
  const styles = useStyles()
  const changes = changedValues(entry)
  return (
    <Line word="Noticed" icon={<EyeRegular aria-hidden="true" />} at={entry.by?.at ?? entry.at}>
      <div>{noticedWords(entry)}</div>
      <p className={styles.quiet}>{whoWords(entry, exact)}</p>
      {changes.length > 0 && <ValueDiff changes={changes} />}
    </Line>
  )
}

/** Named by a log of Azure alone. */
export function LoggedLine({ entry }: { readonly entry: Extract<TrustHistoryEntry, { kind: 'log' }> }) {
  const styles = useStyles()
  return (
    <Line word="Logged" icon={<CloudRegular aria-hidden="true" />} at={entry.at}>
      <div>Written or deleted in Azure by {entry.by.who}</div>
      <p className={styles.quiet}>
        Says {sourceWords(entry.by.source)}, which does not tell the values. No reading of yours saw a
        difference so far.
      </p>
    </Line>
  )
}

interface LineProps {
  readonly word: string
  readonly icon: ReactNode
  readonly at: string
  readonly children: ReactNode
}

function Line({ word, icon, at, children }: LineProps) {
  const styles = useStyles()
  const now = useNow()
  return (
    <li className={styles.line}>
      <span className={styles.kind}>
        {icon}
        {word}
      </span>
      <div className={styles.words}>{children}</div>
      <ExactTime at={at} text={relativeTime(Date.parse(at), now)} exact={exact(at)} />
    </li>
  )
}
