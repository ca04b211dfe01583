import { setTimeout as sleep } from 'node:timers/promises'

/** Waits of background work; replaced together with the clock in tests. */
export interface Timer {
  /** Resolves early, and throws, when the signal aborts. */
  pause(ms: number, signal: AbortSignal): Promise<void>
}

export const realTimer: Timer = {
  async pause(ms, signal) {
    await sleep(ms, undefined, { signal })
  },
}
