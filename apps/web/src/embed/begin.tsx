import type { Root } from 'react-dom/client'
import { takeBearerDoor } from '../api/door.ts'
import { App } from '../app.tsx'
import { framedHistory } from './framed-history.ts'
import { judgeFraming, placeOf } from './judge-framing.ts'
import { openDoor, type TokenDoor } from './open-door.ts'
import { PopupSignIn } from './popup-sign-in.tsx'
import { readEmbedSettings } from './settings.ts'
import { WrongPlace } from './wrong-place.tsx'

/** Starts the application in another product's frame. `settings` is what the portal wrote into the page. */
export async function begin(page: Root, settings: string): Promise<void> {
  const known = readEmbedSettings(settings)
  const framing = judgeFraming(placeOf(globalThis.window), known.hosts)
  if (framing.kind !== 'framed') {
    page.render(<WrongPlace why={framing.kind} />)
    return
  }
  const history = framedHistory()
  const draw = ({ signIn, signOut }: TokenDoor) =>
    page.render(<App history={history} door={{ signIn, signOut, SignIn: PopupSignIn }} />)
  const { door, whole } = openDoor(known, framing.host)
  takeBearerDoor(door.readToken)
  draw(door)
  draw(await whole)
}
