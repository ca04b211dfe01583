import { useEffect, useRef } from 'react'
import { announce } from '../../components/announcer.tsx'
import { SubmitButton } from '../../components/forms/submit-button.tsx'
import { useMoveOn } from './move-on.ts'
import { readingMark } from './use-enter-moves-on.ts'

interface ContinueButtonProps {
  /** What is still read, such as `the clusters`; null once the step knows what it needs. */
  readonly reading?: string | null
  /** Something was chosen for the person since: they see it before it counts. */
  readonly unseen?: boolean
  readonly busy: boolean
  readonly blockedReason?: string | null
}

/** The way on from a step that asks. Pressed while the step is still read, it says so and goes on by itself afterwards. */
export function ContinueButton(props: ContinueButtonProps) {
  const { reading = null, unseen = false, busy, blockedReason = null } = props
  const place = useRef<HTMLSpanElement>(null)
  const { isWanted, settle } = useMoveOn()
  const isReading = reading !== null
  useEffect(() => {
    if (!isWanted || isReading) return
    settle()
    if (unseen) announce('Something was chosen for you: look at it, then continue')
    else if (blockedReason === null) place.current?.closest('form')?.requestSubmit()
  }, [isWanted, isReading, unseen, blockedReason, settle])
  return (
    <span ref={place} {...(isReading ? { [readingMark]: '' } : {})}>
      <SubmitButton
        label="Continue"
        busyLabel={isReading ? `Going on when ${reading} are read` : 'Checking'}
        busy={busy || (isReading && isWanted)}
        blockedReason={blockedReason}
      />
    </span>
  )
}
