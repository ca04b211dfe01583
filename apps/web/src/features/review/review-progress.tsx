import { Button, ProgressBar, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowClockwise20Regular } from '@fluentui/react-icons'
import type { InventoryScan } from '@trustwright/shared-schemas'
import { useEffect } from 'react'
import { announce } from '../../components/announcer.tsx'
import { useNow } from '../../components/use-now.ts'
import { Callout } from '../../ui/callout.tsx'
import { ageWords, progressWords } from './scan-words.ts'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 16px', minHeight: '32px' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  counts: { fontWeight: tokens.fontWeightSemibold },
  bar: { maxWidth: '320px', flex: '1 1 160px' },
})

interface ReviewProgressProps {
  readonly scan: InventoryScan
  /** What the list shows: `38 of 1,284 trusts, 2 selected`. */
  readonly counts: string
  readonly isRefreshing: boolean
  readonly onRefresh: () => void
}

/** The line over the list: what it shows, then how far the pass is, or how old its data are. */
export function ReviewProgress({ scan, counts, isRefreshing, onRefresh }: ReviewProgressProps) {
  const styles = useStyles()
  const isRunning = scan.state === 'running'
  const now = useNow(isRunning ? 1000 : 30_000)
  useEffect(() => {
    const timer = setTimeout(() => announce(counts), 700)
    return () => clearTimeout(timer)
  }, [counts])
  const progress = scan.identitiesFound === 0 ? {} : { value: scan.identitiesRead / scan.identitiesFound }
  return (
    <>
      <div className={styles.line}>
        <span className={styles.counts}>{counts}</span>
        {isRunning && <ProgressBar className={styles.bar} aria-label="Reading trusts" {...progress} />}
        <span className={styles.quiet}>{isRunning ? progressWords(scan, now) : ageWords(scan, now)}</span>
        {!isRunning && (
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
      {scan.state === 'stopped' && (
        <Callout intent="warning" title="Reading stopped before its end">
          {scan.stoppedBecause} The list shows what was read until then.
        </Callout>
      )}
    </>
  )
}
