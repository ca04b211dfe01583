/** A fresh trust takes Azure minutes to spread, and asking early can prolong that: each wait is longer than the last. */
const waitSeconds = [20, 40, 60, 90, 120] as const

export const maxRetries = waitSeconds.length

/** Seconds to wait before retry `done + 1`, or null when all retries are used. */
export function nextWait(done: number): number | null {
  return waitSeconds[done] ?? null
}

/** Whole seconds left until `at` (milliseconds since 1970), never below 0. */
export function secondsUntil(at: number, now: number): number {
  return Math.max(0, Math.ceil((at - now) / 1000))
}

/** `1:05` for a countdown. */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
