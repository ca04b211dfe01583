import { createContext } from 'react'

/** The form waits to be sent again: its box has the one button that sends it. */
export const WaitingContext = createContext(false)
