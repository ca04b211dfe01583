import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useNow } from '../../components/use-now.ts'
import { relativeTime } from '../../lib/time.ts'
import { count } from '../../lib/words.ts'
import type { Scope } from './scope.ts'
import type { useTenant } from './use-tenant.ts'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    minHeight: '24px',
    color: tokens.colorNeutralForeground2,
  },
})

interface StandingProps {
  readonly state: ReturnType<typeof useTenant>
  readonly scope: Scope
  /** Nothing fits what was read a while ago: it is read again. */
  readonly isMissed: boolean
  /** What is compared is not there yet. */
  readonly isOpen: boolean
  /** So many trusts are being looked through; null: that is done. */
  readonly lookedThrough: number | null
  /** It is being read again. */
  readonly isBusy: boolean
  readonly onRefresh: () => void
}

/** With which trusts it was compared, and how old they are. */
export function Standing({
  state,
  scope,
  isMissed,
  isOpen,
  lookedThrough,
  isBusy,
  onRefresh,
}: StandingProps) {
  const styles = useStyles()
  const now = useNow()
  const { isReading, soFar, readAt } = state
  const { parent } = scope
  if (lookedThrough !== null && !isReading)
    return (
      <output className={styles.line}>
        Looking through {count(lookedThrough)} trusts. Until then the answer is from the text alone.
      </output>
    )
  if (parent === null && isReading) {
    return (
      <output className={styles.line}>
        {isMissed && readAt !== null
          ? `Nothing fits what was read ${relativeTime(readAt, now)}: reading the trusts again before saying so, ${count(soFar)} so far.`
          : `Reading the trusts of the tenant: ${count(soFar)} so far. The answer may still change.`}
      </output>
    )
  }
  if (parent !== null && isOpen)
    return <output className={styles.line}>Reading the trusts of {parent.name}.</output>
  return (
    <div className={styles.line}>
      <span>
        {parent === null
          ? 'Compared with every trust that you may read.'
          : `Compared with the trusts of ${parent.name}.`}
      </span>
      <Button appearance="subtle" size="small" disabledFocusable={isBusy} onClick={onRefresh}>
        Read again
      </Button>
    </div>
  )
}
