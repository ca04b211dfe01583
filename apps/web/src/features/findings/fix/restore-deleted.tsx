import { Button } from '@fluentui/react-components'
import type { TrustParent } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { RestoreDialog } from '../../../components/parent/restore-dialog.tsx'

interface RestoreDeletedProps {
  readonly parent: TrustParent
  readonly name: string
  readonly deletedTrustId: string
}

/** The way back of one deletion. */
export function RestoreDeleted({ parent, name, deletedTrustId }: RestoreDeletedProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" aria-label={`Restore ${name}…`} onClick={() => setOpen(true)}>
        Restore…
      </Button>
      {open && (
        <RestoreDialog
          parent={parent}
          name={name}
          isMeant={(deleted) => deleted.deletedTrustId === deletedTrustId}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
