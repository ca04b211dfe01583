/** A fresh trust takes Azure minutes to spread, and asking early can prolong that: each wait is longer than the last. */
const waitSeconds = [20, 40, 60, 90, 120] as const
const longest = 120
/** How long a changed trust is waited for at most, in milliseconds. */
export const longestAttemptMs = 10 * 60_000

/** Milliseconds to wait after so many tries; `scale` is 1 but where somebody watches for the sake of watching. */
export function waitAfter(tries: number, scale: number): number {
  return (waitSeconds[tries - 1] ?? longest) * 1000 * scale
}

/** When the tries end, in milliseconds since 1970: with the token (`exp` in seconds), and after ten minutes. */
export function attemptsEndAt(
  now: number,
  exp: unknown,
): { readonly at: number; readonly withToken: boolean } {
  const latest = now + longestAttemptMs
  if (typeof exp !== 'number' || !Number.isFinite(exp) || exp * 1000 >= latest) {
    return { at: latest, withToken: false }
  }
  return { at: Math.max(now, exp * 1000), withToken: true }
}
