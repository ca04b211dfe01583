import { useSyncExternalStore } from 'react'
import { readSessionLost, subscribeSessionLost } from '../api/session-lost.ts'
import { signInAddress } from '../paths.ts'
import { Modal } from '../ui/modal.tsx'
import { ActionLink } from './action-link.tsx'
import { useHere } from './use-here.ts'

const reasons = {
  SIGN_IN_REQUIRED: 'You are signed out, perhaps in another tab.',
  SESSION_ENDED: 'Your session has ended.',
  STEP_UP_REQUIRED:
    'Azure wants a fresh sign-in before it does this, such as with a second factor. Nothing was done yet.',
} as const

/** Covers the page when an answer said that the session is over. What was typed is kept and comes back. */
export function SessionLostDialog() {
  const lost = useSyncExternalStore(subscribeSessionLost, readSessionLost)
  const here = useHere()
  return (
    <Modal
      open={lost !== null}
      title="Sign in again. Your draft is saved."
      actions={
        <ActionLink href={signInAddress(here)} appearance="primary" leaves>
          Sign in
        </ActionLink>
      }
    >
      <p>{lost === null ? '' : reasons[lost]} After signing in you come back to this page.</p>
    </Modal>
  )
}
