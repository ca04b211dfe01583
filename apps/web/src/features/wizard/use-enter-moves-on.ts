import { useCallback, useEffect, useState } from 'react'
import { announce } from '../../components/announcer.tsx'
import type { MoveOn } from './move-on.ts'
import type { WizardStep } from './wizard-steps.ts'

/** Steps that change nothing in Azure, so that a key too many does no harm. */
const asking: readonly WizardStep[] = ['workload', 'identity', 'access']

/** Marks the button of a step that is still being read. */
export const readingMark = 'data-reading'

/**
 * Enter moves on right after a step opened, while the focus is on its heading, as it does in its fields. What is pressed while
 * the step is still read is kept, and holds once it is read; unless the person does something else meanwhile.
 */
export function useEnterMovesOn(step: WizardStep): MoveOn {
  const [wantedAt, setWantedAt] = useState<WizardStep | null>(null)
  const settle = useCallback(() => setWantedAt(null), [])
  // The heading of the skeleton had the focus, and went with it.
  useEffect(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    if (!asking.includes(step)) return undefined
    function want() {
      announce('Going on as soon as this step is read')
      setWantedAt(step)
    }
    function onKey(event: KeyboardEvent) {
      const { target, key, repeat, ctrlKey, metaKey, altKey, shiftKey } = event
      const isEnter = key === 'Enter' && !(repeat || ctrlKey || metaKey || altKey || shiftKey)
      if (!isEnter) setWantedAt(null)
      if (!isEnter || event.defaultPrevented || !(target instanceof HTMLHeadingElement)) return
      const form = document.querySelector<HTMLFormElement>('main form')
      if (form === null) want()
      // Where going on is blocked, the words beside the button say why.
      else if (form.querySelector('button[type=submit][aria-disabled=true]') === null) form.requestSubmit()
    }
    // By Continue, or by Enter in a field: both come to this.
    function onSubmit(event: SubmitEvent) {
      const { target } = event
      if (!(target instanceof HTMLFormElement) || target.querySelector(`[${readingMark}]`) === null) return
      event.preventDefault()
      event.stopPropagation()
      want()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', settle)
    document.addEventListener('submit', onSubmit, true)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', settle)
      document.removeEventListener('submit', onSubmit, true)
    }
  }, [step, settle])
  return { isWanted: wantedAt === step, settle }
}
