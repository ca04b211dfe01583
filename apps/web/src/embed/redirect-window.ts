import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge'
import { closeLater } from './close-later.ts'
import { say } from './say.ts'

/** Where Microsoft sends the window of a sign-in back to. It passes the answer on to whoever waits, and closes. */
closeLater()
broadcastResponseToMainFrame().catch((error: unknown) => {
  say(
    'This address belongs to a sign-in that has ended. Close this window, and start again from Trustwright.',
  )
  throw error
})
