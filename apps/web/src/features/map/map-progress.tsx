import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowClockwise16Regular, Stop16Regular } from '@fluentui/react-icons'
import { isOpen, type Inventory } from '../../components/inventory/inventory-query.ts'
import { howWords } from '../../components/inventory/how-words.ts'
import { progressWords } from '../../components/inventory/progress-words.ts'
import { useNow } from '../../components/use-now.ts'
import { relativeTime } from '../../lib/time.ts'
import { count, counted } from '../../lib/words.ts'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', minHeight: '32px' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface MapProgressProps {
  readonly inventory: Inventory
  readonly isRefreshing: boolean
  readonly onRefresh: () => void
  readonly onStop: () => void
}

/** How much of the tenant the map knows, and how old that is. */
export function MapProgress({ inventory, isRefreshing, onRefresh, onStop }: MapProgressProps) {
  const styles = useStyles()
  const { scan, hasMore } = inventory
  const isReading = isOpen(scan)
  const now = useNow(isReading ? 1000 : 30_000)
  return (
    <div className={styles.line}>
      <span className={styles.quiet}>{lineOf(inventory, now)}</span>
      {isReading ? (
        <Button appearance="subtle" size="small" icon={<Stop16Regular />} onClick={onStop}>
          Stop
        </Button>
      ) : (
        !hasMore && (
          <Button
            appearance="subtle"
            size="small"
            icon={<ArrowClockwise16Regular />}
            disabledFocusable={isRefreshing}
            onClick={onRefresh}
          >
            {isRefreshing ? 'Starting' : 'Refresh'}
          </Button>
        )
      )}
    </div>
  )
}

function lineOf({ scan, rows, hasMore }: Inventory, now: number): string {
  if (hasMore) {
    const all = scan.trustsFound > rows.length ? ` of ${count(scan.trustsFound)}` : ''
    return `Fetched ${count(rows.length)}${all} trusts. The map and its answers grow with them.`
  }
  if (isOpen(scan)) {
    return `Still reading: ${counted(rows.length, 'trust')} so far. ${progressWords(scan, now)}`
  }
  const how = howWords(scan)
  const read = `Read ${relativeTime(Date.parse(scan.finishedAt ?? scan.startedAt), now)}.`
  return how === null ? read : `${read} ${how}`
}
