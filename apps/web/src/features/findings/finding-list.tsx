import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { StoredFinding } from '@trustwright/shared-schemas'
import type { FindingFilter } from '../../api/finding-queries.ts'
import { useGo } from '../../components/app-link.tsx'
import { AcceptDialog } from '../../components/findings/accept-dialog.tsx'
import { useShortcut } from '../../components/shortcuts.ts'
import { useRowKeys } from '../../components/use-row-keys.ts'
import { useSession } from '../../components/use-session.ts'
import { useVisibleRows } from '../../components/use-visible-rows.ts'
import { count } from '../../lib/words.ts'
import { paths } from '../../paths.ts'
import { FixDialog } from './fix/fix-dialog.tsx'
import { FindingRow } from './finding-row.tsx'
import { PickBar } from './pick-bar.tsx'
import { useFindingChoice } from './use-finding-choice.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    position: 'relative',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  quiet: { color: tokens.colorNeutralForeground2, minHeight: '20px' },
})

/** How many rows before the end the next ones are asked for. */
const ahead = 30
const rowHeight = 104

interface FindingListProps {
  readonly findings: readonly StoredFinding[]
  readonly total: number
  readonly filter: FindingFilter
  readonly of: 'portal' | undefined
  readonly showRule: boolean
  readonly hasMore: boolean
  readonly isReadingMore: boolean
  readonly onMore: () => void
}

/** Findings one under the other, only those in sight drawn: `j` and `k` move, `x` picks, `a` accepts, `o` opens. */
export function FindingList(props: FindingListProps) {
  const { findings, filter, of, showRule, total, hasMore, isReadingMore, onMore } = props
  const { state } = filter
  const styles = useStyles()
  const go = useGo()
  const isAdmin = useSession().user?.isAdmin === true
  const choice = useFindingChoice(findings, hasMore)
  const { list, current: focused } = useRowKeys('finding')
  const visible = useVisibleRows(
    list,
    findings.map(({ hash }) => ({ key: hash })),
    rowHeight,
  )
  const [accepting, setAccepting] = useState<readonly string[]>([])
  const [isFixing, setIsFixing] = useState(false)
  // Everybody fixes with their own rights; accepting and opening again is for administrators.
  const canPick = state === 'active' || (isAdmin && state === 'accepted')
  const current = () => findings.find(({ hash }) => hash === focused())
  const isNearEnd = (visible.items.at(-1)?.index ?? 0) >= findings.length - ahead
  useEffect(() => {
    if (hasMore && isNearEnd && !isReadingMore) onMore()
  }, [hasMore, isNearEnd, isReadingMore, onMore])
  useShortcut('o', 'Open the finding', () => {
    const one = current()
    if (one !== undefined) go(paths.finding(one.hash, { of }))
  })
  useShortcut('x', 'Pick the finding', () => {
    const one = current()
    if (one !== undefined && canPick) choice.toggle(one.hash)
  })
  useShortcut('a', 'Accept what is picked, or the finding', () => {
    const one = current()
    if (!isAdmin || state !== 'active') return
    if (choice.chosen.length > 0) setAccepting(choice.chosen)
    else if (one !== undefined) setAccepting([one.hash])
  })
  useShortcut('f', 'Fix what is picked', () => {
    if (state === 'active' && choice.chosen.length > 0) setIsFixing(true)
  })
  return (
    <div className={styles.box}>
      {canPick && (
        <PickBar
          findings={findings}
          total={total}
          filter={filter}
          choice={choice}
          onFix={() => setIsFixing(true)}
          onAccept={() => setAccepting(choice.chosen)}
        />
      )}
      <ul ref={list} className={styles.list} aria-label="Findings" style={{ height: `${visible.total}px` }}>
        {visible.items.map(({ index, key, start }) => {
          const finding = findings[index]
          if (finding === undefined) return null
          return (
            <FindingRow
              key={key}
              finding={finding}
              of={of}
              showRule={showRule}
              picked={choice.isPicked(finding.hash)}
              onPick={canPick ? () => choice.toggle(finding.hash) : undefined}
              place={{ index, start, total }}
              measure={visible.measure}
            />
          )
        })}
      </ul>
      {hasMore && (
        <p className={styles.quiet}>
          {isReadingMore
            ? `Reading more of ${count(total)}`
            : `${count(findings.length)} of ${count(total)} loaded; more come while you scroll.`}
        </p>
      )}
      {isFixing && <FixDialog hashes={choice.chosen} of={of ?? 'mine'} onClose={() => setIsFixing(false)} />}
      {accepting.length > 0 && (
        <AcceptDialog
          findings={accepting.map((hash) => ({ hash }))}
          onClose={() => setAccepting([])}
          onAccepted={() => {
            setAccepting([])
            choice.clear()
          }}
        />
      )}
    </div>
  )
}
