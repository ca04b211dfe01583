import { useSyncExternalStore } from 'react'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'

let message = ''
let turn = 0
const listeners = new Set<() => void>()

/** Says one sentence to screen readers, once. Saying the same again is heard again. */
export function announce(text: string): void {
  turn += 1
  // A trailing no-break space makes an equal sentence a new text for the live region.
  message = turn % 2 === 0 ? text : `${text}\u00a0`
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The page's one polite live region. */
export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => message)
  return (
    <VisuallyHidden>
      <span aria-live="polite" aria-atomic="true" data-announcer="">
        {text}
      </span>
    </VisuallyHidden>
  )
}
