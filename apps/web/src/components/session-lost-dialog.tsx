import { Modal } from '../ui/modal.tsx'
import { useEmbeddedDoor } from './embedded-door.ts'
import { SignInAct } from './sign-in-act.tsx'
import { useHere } from './use-here.ts'
import { useSessionLost } from './use-session-lost.ts'

const reasons = {
  SIGN_IN_REQUIRED: 'You are signed out, perhaps in another tab.',
  SESSION_ENDED: 'Your session has ended.',
  TOKEN_REFUSED: 'Your sign-in is not accepted any more.',
  CONSENT_REQUIRED:
    'Microsoft wants your agreement before the portal may ask Azure for you. Nothing was done yet.',
  STEP_UP_REQUIRED:
    'Azure wants a fresh sign-in before it does this, such as with a second factor. Nothing was done yet.',
  WORK_WAITS:
    'Azure wants a fresh sign-in before the portal goes on with your work, such as with a second factor. What is done stays.',
} as const

/** The page in a frame comes as nobody when its sign-in could not be renewed. */
const reasonsInFrame = { ...reasons, SIGN_IN_REQUIRED: reasons.SESSION_ENDED } as const

const comesBack = 'After signing in you come back to this page.'
const opens = 'Microsoft’s page opens in a window of its own.'

/** Covers the page when an answer said that the session is over. What was typed is kept and comes back. */
export function SessionLostDialog() {
  const lost = useSessionLost()
  const here = useHere()
  const isEmbedded = useEmbeddedDoor() !== null
  const words = isEmbedded ? reasonsInFrame : reasons
  return (
    <Modal
      open={lost !== null}
      title={isEmbedded ? 'Sign in again. What you typed stays.' : 'Sign in again. Your draft is saved.'}
      actions={
        <SignInAct returnTo={here} appearance="primary" inDialog>
          Sign in
        </SignInAct>
      }
    >
      <p>
        {lost === null ? '' : words[lost]} {isEmbedded ? opens : comesBack}
      </p>
    </Modal>
  )
}
