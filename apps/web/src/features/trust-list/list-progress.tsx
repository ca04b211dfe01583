import { Button, ProgressBar, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowClockwise20Regular, Stop20Regular } from '@fluentui/react-icons'
import type { InventoryScan } from '@trustwright/shared-schemas'
import { useEffect } from 'react'
import { announce } from '../../components/announcer.tsx'
import { isOpen } from '../../components/inventory/inventory-query.ts'
import { progressWords } from '../../components/inventory/progress-words.ts'
import { StoppedNote } from '../../components/inventory/stopped-note.tsx'
import { useNow } from '../../components/use-now.ts'
import { ageWords } from './scan-words.ts'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 16px', minHeight: '36px' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  counts: { fontWeight: tokens.fontWeightSemibold },
  bar: { maxWidth: '320px', flex: '1 1 160px' },
})

interface ListProgressProps {
  readonly scan: InventoryScan
  /** What the list shows: `38 of 1,284 trusts, 2 selected`. */
  readonly counts: string
  /** More of what the portal holds is on its way. */
  readonly isComing: boolean
  readonly isRefreshing: boolean
  readonly onRefresh: () => void
  readonly onStop: () => void
}

/** The line over the list: what it shows, then how far the pass is, or how old its data are. */
export function ListProgress({ scan, counts, isComing, isRefreshing, onRefresh, onStop }: ListProgressProps) {
  const styles = useStyles()
  const isRunning = isOpen(scan)
  const now = useNow(isRunning ? 1000 : 30_000)
  useEffect(() => {
    const timer = setTimeout(() => announce(counts), 700)
    return () => clearTimeout(timer)
  }, [counts])
  const found = scan.identitiesFound + scan.applicationsFound
  const progress = found === 0 ? {} : { value: (scan.identitiesRead + scan.applicationsRead) / found }
  return (
    <>
      <div className={styles.line}>
        <span className={styles.counts}>{counts}</span>
        {isRunning && <ProgressBar className={styles.bar} aria-label="Reading trusts" {...progress} />}
        <span className={styles.quiet}>
          {isRunning ? progressWords(scan, now) : ageWords(scan, now)}
          {isComing && ' More is on its way to this page.'}
        </span>
        {isRunning ? (
          <Button appearance="subtle" icon={<Stop20Regular />} onClick={onStop}>
            Stop
          </Button>
        ) : (
          <Button
            appearance="subtle"
            icon={<ArrowClockwise20Regular />}
            disabledFocusable={isRefreshing}
            onClick={onRefresh}
          >
            {isRefreshing ? 'Starting' : 'Refresh'}
          </Button>
        )}
      </div>
      <StoppedNote scan={scan} what="The list" />
    </>
  )
}
