import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../ports.ts'

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

/** Never set forward or back, so that no wait is cut short or lasts for hours. Its zero is the start of the process. */
export const steadyClock: Clock = { now: () => performance.now() }
