import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Modal } from '../ui/modal.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { SubmitButton } from './forms/submit-button.tsx'

interface ConfirmDialogProps {
  readonly open: boolean
  /** Names the thing: `Delete trust gh-pay-api-prod`. */
  readonly title: string
  /** What stops working. */
  readonly children: ReactNode
  /** The effect: `Delete trust`. */
  readonly confirmLabel: string
  readonly busyLabel: string
  readonly busy: boolean
  /** What went wrong when it was tried; null otherwise. */
  readonly error: unknown
  /** Why it cannot be confirmed, in words. Absent or null: it can. */
  readonly blockedReason?: string | null
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks before an act that takes something away. Focus starts at the way out. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, confirmLabel, busyLabel, busy, error, onConfirm, onCancel } = props
  const { blockedReason = null } = props
  return (
    <Modal
      open={open}
      title={title}
      onClose={onCancel}
      actions={
        <>
          <Button onClick={onCancel} data-first-focus="">
            Cancel
          </Button>
          <SubmitButton
            type="button"
            label={confirmLabel}
            busyLabel={busyLabel}
            busy={busy}
            blockedReason={blockedReason}
            danger
            onClick={onConfirm}
          />
        </>
      }
    >
      {children}
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
    </Modal>
  )
}
