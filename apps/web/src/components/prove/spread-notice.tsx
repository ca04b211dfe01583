import { Button } from '@fluentui/react-components'
import type { AttemptEnd } from '@trustwright/shared-schemas'
import { Callout } from '../../ui/callout.tsx'
import { exactTime } from '../../lib/time.ts'
import { useNow } from '../use-now.ts'
import { clockText, secondsUntil } from './spread-retry.ts'

interface SpreadNoticeProps {
  readonly state: 'running' | 'waiting' | 'ended' | 'stopped'
  readonly tries: number
  /** Milliseconds since 1970. */
  readonly nextAt: number | null
  readonly until: number
  readonly end: AttemptEnd | null
  readonly onStop: () => void
}

const ends: Readonly<Partial<Record<AttemptEnd, string>>> = {
  'token-ends': 'The token ends before a further try',
  'ten-minutes': 'Ten minutes are over',
}

/** Says that Azure may still be spreading the trust, and counts down to the next try. */
export function SpreadNotice({ state, tries, nextAt, until, end, onStop }: SpreadNoticeProps) {
  const now = useNow(1000)
  if (state === 'ended' || state === 'stopped') {
    const title = state === 'stopped' ? 'Stopped' : end === null ? undefined : ends[end]
    if (title === undefined) return null
    return (
      <Callout intent="information" title={`${title}. ${tried(tries)}`}>
        <p>
          Azure takes up to a few minutes to spread a new or changed trust. Run the exchange again when you
          like{end === 'token-ends' ? ', with a fresh token' : ''}. If it stays refused, make the trust anew.
        </p>
      </Callout>
    )
  }
  if (tries === 0) return null
  return (
    <Callout
      intent="information"
      title="Azure may still be spreading this trust"
      actions={<Button onClick={onStop}>Stop trying</Button>}
    >
      {/* A timer is not announced each second; its start and end are. */}
      <p role="timer" aria-live="off">
        {state === 'running' || nextAt === null
          ? `Try ${tries + 1} is running`
          : `Try ${tries + 1} in ${clockText(secondsUntil(nextAt, now))}`}
      </p>
      <p>The portal holds the token for this, at most until {exactTime(until)}. Closing the page ends it.</p>
    </Callout>
  )
}

function tried(tries: number): string {
  return tries === 1 ? 'It was tried once' : `It was tried ${tries} times`
}
