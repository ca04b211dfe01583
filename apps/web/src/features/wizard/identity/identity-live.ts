import type { DraftBody, DraftParent } from '@trustwright/shared-schemas'
import { useEffect, useRef } from 'react'

/** Keeps in the draft what a person changes on a step, before they go on. What a step only proposes is not theirs yet. */
export function useKeptLive<Part extends keyof DraftBody>(
  change: (patch: Partial<DraftBody>) => void,
  part: Part,
  value: DraftBody[Part],
): void {
  const text = JSON.stringify(value)
  const last = useRef(text)
  useEffect(() => {
    if (last.current === text) return
    last.current = text
    change({ [part]: value })
    // oxlint-disable-next-line react/exhaustive-deps -- `text` stands for the value, which is another object each time
  }, [text])
}

/** A new identity with nothing but its proposals is no choice to show as made. */
export function shownParent(parent: DraftParent | null): DraftParent | null {
  if (parent?.kind === 'newManagedIdentity' && parent.identityName.trim() === '') return null
  return parent
}
