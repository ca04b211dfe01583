import { Button } from '@fluentui/react-components'
import { useNow } from '../use-now.ts'
import { Callout } from '../../ui/callout.tsx'
import { clockText, maxRetries, secondsUntil } from './spread-retry.ts'

interface SpreadNoticeProps {
  readonly retries: number
  readonly nextAt: number | null
  readonly onStop: () => void
}

/** Says that Azure may still be spreading the trust, and counts down to the next try. */
export function SpreadNotice({ retries, nextAt, onStop }: SpreadNoticeProps) {
  const now = useNow(1000)
  if (nextAt === null) {
    return (
      <Callout
        intent="information"
        title={retries >= maxRetries ? 'All automatic tries are used' : 'Stopped'}
      >
        <p>
          Azure takes up to a few minutes to spread a new or changed trust. Run the exchange again when you
          like.
        </p>
      </Callout>
    )
  }
  return (
    <Callout
      intent="information"
      title="Azure may still be spreading this trust"
      actions={<Button onClick={onStop}>Stop trying</Button>}
    >
      {/* A timer is not announced each second; its start and end are. */}
      <p role="timer" aria-live="off">
        Try {retries + 2} of {maxRetries + 1} in {clockText(secondsUntil(nextAt, now))}
      </p>
    </Callout>
  )
}
