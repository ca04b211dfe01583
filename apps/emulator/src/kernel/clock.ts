export interface Clock {
  /** Milliseconds since 1970. */
  now: () => number
}

export interface MovableClock extends Clock {
  /** How far it is ahead of the clock below it, in milliseconds. */
  offset: () => number
  /** Moves it, forwards or back. */
  move: (ms: number) => void
  reset: () => void
}

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that runs like `base` and can be set ahead: what is kept for an hour can be seen to expire at once. */
export function createMovableClock(base: Clock): MovableClock {
  let offset = 0
  return {
    now: () => base.now() + offset,
    offset: () => offset,
    move: (ms) => {
      offset += ms
    },
    reset: () => {
      offset = 0
    },
  }
}
