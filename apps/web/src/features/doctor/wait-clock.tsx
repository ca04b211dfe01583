import { useEffect, useState } from 'react'
import { announce } from '../../components/announcer.tsx'
import { useNow } from '../../components/use-now.ts'
import { duration } from '../../lib/time.ts'
import { Callout } from '../../ui/callout.tsx'

/** Counts down to when another try makes sense, and says when it has come. */
export function WaitClock({ seconds }: { readonly seconds: number }) {
  const now = useNow(1000)
  const [endsAt] = useState(() => Date.now() + seconds * 1000)
  const isOver = now >= endsAt
  useEffect(() => {
    if (isOver) announce('The wait is over: run the workload again')
  }, [isOver])
  if (isOver) {
    return (
      <Callout intent="success" title="The wait is over">
        <p>Run the workload again. If it is still refused, paste the new error here.</p>
      </Callout>
    )
  }
  return (
    <Callout intent="information" title="Wait, and change nothing meanwhile">
      {/* A timer is not announced each second; its end is. */}
      <p role="timer" aria-live="off">
        Run the workload again in {duration((endsAt - now) / 1000)}
      </p>
    </Callout>
  )
}
