import type { ButtonProps } from '@fluentui/react-components'
import { createContext, use, type ComponentType } from 'react'
import type { WantedOfSignIn } from '../api/session-lost.ts'

/** `blocked`: the browser opened no window. `closed`: the person closed it. `declined`: refused at Microsoft's page. */
export type SignInEnd = 'signed-in' | 'blocked' | 'closed' | 'declined' | 'timed-out' | 'failed'

export interface SignInOutcome {
  readonly end: SignInEnd
  /** Word for word what Microsoft said; null when it said nothing. */
  readonly said: string | null
  /** Somebody else than before signed in: nothing of the person before may stay. */
  readonly isOther: boolean
}

export interface DoorSignInProps {
  readonly door: EmbeddedDoor
  readonly returnTo: string
  readonly children: string
  readonly appearance: 'primary' | 'secondary'
  readonly size?: ButtonProps['size']
  /** It is the action of a dialog: at its right, under what there is to say. */
  readonly inDialog?: boolean
}

/** How a person signs in where the portal stands in another product's frame. */
export interface EmbeddedDoor {
  /** The button, which the normal page does not load. */
  readonly SignIn: ComponentType<DoorSignInProps>
  /** From a press: it may open a window. */
  readonly signIn: (wanted: WantedOfSignIn) => Promise<SignInOutcome>
  /** Forgets every token; null where the host keeps the account. */
  readonly signOut: (() => Promise<void>) | null
}

/** Null on the normal page, where sign-in is a page of its own and a cookie. */
export const EmbeddedDoorContext = createContext<EmbeddedDoor | null>(null)

export function useEmbeddedDoor(): EmbeddedDoor | null {
  return use(EmbeddedDoorContext)
}
