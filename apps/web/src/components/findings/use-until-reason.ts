import { useState } from 'react'
import { useNow } from '../use-now.ts'
import { dayAfter, endOfDay, reasonProblem, untilProblem } from './until-words.ts'

export interface UntilReason {
  readonly day: string
  readonly setDay: (day: string) => void
  readonly reason: string
  readonly setReason: (reason: string) => void
  /** Said once somebody tried to send it. */
  readonly dayError: string | undefined
  readonly reasonError: string | undefined
  /** What to send; null where something needs a change, which is then said. */
  readonly take: () => { readonly until: string; readonly reason: string } | null
}

/** The two values of an acceptance: ninety days unless somebody says otherwise. */
export function useUntilReason(): UntilReason {
  const now = useNow()
  const [day, setDay] = useState(() => dayAfter(now, 90))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const problems = { day: untilProblem(day, now), reason: reasonProblem(reason) }
  return {
    day,
    setDay,
    reason,
    setReason,
    dayError: tried ? (problems.day ?? undefined) : undefined,
    reasonError: tried ? (problems.reason ?? undefined) : undefined,
    take: () => {
      setTried(true)
      if (problems.day !== null || problems.reason !== null) return null
      return { until: endOfDay(day), reason: reason.trim() }
    },
  }
}
