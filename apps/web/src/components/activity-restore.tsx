import { Button } from '@fluentui/react-components'
import { ArrowUndo16Regular } from '@fluentui/react-icons'
import type { ActivityEvent, DeletedTrust } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { isRestorableDeletion, isSameDeletion } from './activity-restorable.ts'
import { parentOf, readTarget } from './activity-words.ts'
import { RestoreDialog } from './parent/restore-dialog.tsx'

/** Beside a deletion of the last 30 days: the way to undo it. */
export function ActivityRestore({ event, now }: { readonly event: ActivityEvent; readonly now: number }) {
  const [open, setOpen] = useState(false)
  const target = readTarget(event.target)
  const parent = parentOf(target)
  if (parent === null || target.trustName === null || !isRestorableDeletion(event, now)) return null
  return (
    <span>
      <Button
        size="small"
        icon={<ArrowUndo16Regular />}
        aria-label={`Restore ${target.trustName}…`}
        onClick={() => setOpen(true)}
      >
        Restore…
      </Button>
      {open && (
        <RestoreDialog
          parent={parent}
          name={target.trustName}
          isMeant={(deleted: DeletedTrust) => isSameDeletion(event, target.trustName ?? '', deleted)}
          onClose={() => setOpen(false)}
        />
      )}
    </span>
  )
}
