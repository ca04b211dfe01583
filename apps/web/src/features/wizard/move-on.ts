import { createContext, use } from 'react'

/** A wish to go on that came while the step was still being read. */
export interface MoveOn {
  readonly isWanted: boolean
  /** The step is read now and acts on the wish, or has a reason not to. */
  readonly settle: () => void
}

export const MoveOnContext = createContext<MoveOn>({ isWanted: false, settle: () => undefined })

export function useMoveOn(): MoveOn {
  return use(MoveOnContext)
}
