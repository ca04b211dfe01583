import type { InventoryScan } from '@trustwright/shared-schemas'
import { Callout } from '../../ui/callout.tsx'

interface StoppedNoteProps {
  readonly scan: InventoryScan
  /** What is then half: `The list`. */
  readonly what: string
}

/** A pass that did not come to its end. */
export function StoppedNote({ scan, what }: StoppedNoteProps) {
  if (scan.state !== 'stopped') return null
  return (
    <Callout intent="warning" title="Reading stopped before its end">
      {scan.stoppedBecause} {what} shows what was read until then, and what earlier passes read.
    </Callout>
  )
}
