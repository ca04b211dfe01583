import { useEffect, useState } from 'react'
import { retryWait, waitWords, type RetriedWrite } from './retry-wait.ts'

interface RetryInput {
  /** What the server refused; null while nothing was, or while it is asked. */
  readonly error: unknown
  /** Undefined: nothing is ever sent again by itself. */
  readonly write: RetriedWrite | undefined
  /** How many trusts of the same form are stored already. */
  readonly stored: number
  /** Sends the form again, as it is then. */
  readonly onRetry: () => void
}

export interface RetryState {
  /** What is waited for, in words; null where nothing is. */
  readonly words: ReturnType<typeof waitWords> | null
  /** The refusal has to be told: nothing more is done about it by itself. */
  readonly isRefused: boolean
  readonly sendNow: () => void
  readonly stop: () => void
}

interface Wait {
  readonly error: unknown
  /** In milliseconds since 1970. */
  readonly until: number
}

/** Where waiting helps, waits as Azure asked and sends the form again: that can be stopped, or hurried. */
export function useRetryWait({ error, write, stored, onRetry }: RetryInput): RetryState {
  const [tries, setTries] = useState(0)
  const [wait, setWait] = useState<Wait | null>(null)
  const [now, setNow] = useState(0)
  const seconds = write === undefined ? null : retryWait(error, tries, write)
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
    if (isDue) sendNow()
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the time has come
  }, [isDue])

  function sendNow() {
    setWait({ error, until: 0 })
    setTries(tries + 1)
    onRetry()
  }

  return {
    words:
      isWaiting && !isDue && write !== undefined
        ? waitWords(error, { secondsLeft: left, tries, write, stored })
        : null,
    isRefused: !isWaiting && error !== null && error !== undefined,
    sendNow,
    stop: () => setWait({ error, until: 0 }),
  }
}
