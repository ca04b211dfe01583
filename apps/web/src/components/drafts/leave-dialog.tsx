import { Button } from '@fluentui/react-components'
import { Modal } from '../../ui/modal.tsx'

interface LeaveDialogProps {
  readonly open: boolean
  readonly onStay: () => void
  readonly onLeave: () => void
}

/** What is lost by leaving, and the way to keep it. */
export function LeaveDialog({ open, onStay, onLeave }: LeaveDialogProps) {
  return (
    <Modal
      open={open}
      title="The last change is not saved"
      onClose={onStay}
      actions={
        <>
          <Button appearance="primary" onClick={onStay} data-first-focus="">
            Stay and keep trying
          </Button>
          <Button onClick={onLeave}>Leave</Button>
        </>
      }
    >
      <p>
        The portal did not take it yet, so it is in this tab alone. It is there again when you come back to
        this draft in this tab, and gone when the tab is closed.
      </p>
    </Modal>
  )
}
