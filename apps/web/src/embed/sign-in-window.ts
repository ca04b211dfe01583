import { runPopupRelay } from '@azure/msal-browser/popup-relay'
import { closeLater } from './close-later.ts'
import { say } from './say.ts'

/** The name and size that the relay opens Microsoft's window with, so that it takes the one opened here. */
const child = { name: 'msalPopupRelayChild', features: 'width=520,height=640,scrollbars=yes' }

/**
 * A window of the portal's own origin between the frame and Microsoft: storage of a frame under another site is kept apart,
 * so an answer reaches the frame through its opener alone, and Microsoft's pages cut that tie. Nobody pressed anything in
 * this window, so a browser may keep it from opening another; then it asks for the press.
 */
function relay(): void {
  try {
    const authority = document.querySelector('meta[name="authority-origin"]')?.getAttribute('content') ?? ''
    runPopupRelay({ allowedAuthorityOrigins: [authority] })
  } catch (error) {
    say('This window belongs to a sign-in that has ended. Close it, and start again from Trustwright.')
    throw error
  }
}

closeLater()
const button = document.getElementById('go')
const mayOpen = globalThis.opener === null || window.open('about:blank', child.name, child.features) !== null
if (mayOpen || button === null) relay()
else {
  say('One more step: Microsoft’s sign-in opens in a window of its own.')
  button.hidden = false
  button.focus()
  button.addEventListener('click', () => {
    button.hidden = true
    relay()
  })
}
