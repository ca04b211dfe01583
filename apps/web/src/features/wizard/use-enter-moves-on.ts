import { useEffect } from 'react'
import type { WizardStep } from './wizard-steps.ts'

/** Steps that change nothing in Azure, so that a key too many does no harm. */
const asking: readonly WizardStep[] = ['workload', 'identity', 'access']

/** Enter moves on right after a step opened, while the focus is on its heading, as it does in its fields. */
export function useEnterMovesOn(step: WizardStep): void {
  // The heading of the skeleton had the focus, and went with it.
  useEffect(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    if (!asking.includes(step)) return undefined
    function onKey(event: KeyboardEvent) {
      const { target, key, repeat, ctrlKey, metaKey, altKey, shiftKey } = event
      if (key !== 'Enter' || repeat || ctrlKey || metaKey || altKey || shiftKey || event.defaultPrevented)
        return
      if (!(target instanceof HTMLHeadingElement)) return
      document.querySelector<HTMLFormElement>('main form')?.requestSubmit()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [step])
}
