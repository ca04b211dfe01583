import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { Callout } from '../../ui/callout.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { retryWait, waitWords, type RetriedWrite } from './retry-wait.ts'
import { whatWasDone } from './what-was-done.ts'

interface RetryCountdownProps {
  readonly error: unknown
  readonly write: RetriedWrite
  /** How many trusts of the same form are stored already. */
  readonly stored?: number
  /** Sends the form again, as it is then. */
  readonly onRetry: () => void
}

interface Wait {
  readonly error: unknown
  /** In milliseconds since 1970. */
  readonly until: number
}

/**
 * What the server refused. Where waiting helps, it waits as Azure asked, where everybody sees it, and sends the form again:
 * that can be stopped, or hurried.
 */
export function RetryCountdown({ error, write, stored = 0, onRetry }: RetryCountdownProps) {
  const [tries, setTries] = useState(0)
  const [wait, setWait] = useState<Wait | null>(null)
  const [now, setNow] = useState(0)
  const seconds = retryWait(error, tries, write)
  // A new refusal begins a new wait; a stopped one is not begun again.
  if (seconds !== null && wait?.error !== error) {
    const at = Date.now()
    setNow(at)
    setWait({ error, until: at + seconds * 1000 })
  }
  const until = seconds !== null && wait !== null && wait.error === error ? wait.until : 0
  const isWaiting = until > 0
  const left = isWaiting ? Math.max(0, Math.ceil((until - now) / 1000)) : 0
  useEffect(() => {
    if (!isWaiting) return undefined
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [isWaiting])
  const isDue = isWaiting && left === 0
  useEffect(() => {
    if (isDue) send()
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the time has come
  }, [isDue])

  function send() {
    setWait({ error, until: 0 })
    setTries(tries + 1)
    onRetry()
  }

  if (isDue || error === null || error === undefined) return null
  if (!isWaiting) return <ProblemNotice error={error} done={whatWasDone(error, write, stored)} />
  const words = waitWords(error, { secondsLeft: left, tries, write, stored })
  return (
    <Callout
      intent="information"
      role="alert"
      title={words.title}
      actions={
        <>
          <Button onClick={send}>Try now</Button>
          <Button onClick={() => setWait({ error, until: 0 })}>Stop waiting</Button>
        </>
      }
    >
      <p>{words.state}</p>
      {/* A timer is not announced each second; its start and end are. */}
      <p role="timer" aria-live="off">
        {words.countdown}
      </p>
    </Callout>
  )
}
