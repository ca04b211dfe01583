import type { EmbeddedDoor } from '../components/embedded-door.ts'
import { askForBroker } from './host-bridge.ts'
import type { EmbedSettings } from './settings.ts'

export interface TokenDoor extends Omit<EmbeddedDoor, 'SignIn'> {
  /** The access token of who is signed in; null where nobody is. Rejects where nobody could be asked for one. */
  readonly readToken: () => Promise<string | null>
}

/**
 * A door that begins to work when the host has said whether it signs people in, and the library that speaks to Microsoft is
 * here: that one is large and of use in a frame only, so it comes in a chunk of its own. `whole` is the same door when
 * it knows whether there is anything to sign out of.
 */
export function openDoor(settings: EmbedSettings, host: string | null) {
  const loading = import('./msal-door.ts')
  const whole = askForBroker(globalThis.window, host).then(async (isBrokered) => {
    const { openMsalDoor } = await loading
    return await openMsalDoor(settings, isBrokered)
  })
  const door: TokenDoor = {
    readToken: async () => (await whole).readToken(),
    signIn: async (wanted) => (await whole).signIn(wanted),
    signOut: null,
  }
  return { door, whole }
}
