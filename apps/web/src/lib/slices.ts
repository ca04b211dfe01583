/** Long work that may be left and taken up again wherever it yields. */
export type Slices<T> = Generator<undefined, T, undefined>

/** What is looked at between two pauses: about 2 ms of work. */
export const sliceLength = 1000

/** `Array.filter` in slices. */
export function* filtered<T>(list: readonly T[], isWanted: (one: T) => boolean): Slices<readonly T[]> {
  const kept: T[] = []
  for (let at = 0; at < list.length; at += sliceLength) {
    yield
    kept.push(...list.slice(at, at + sliceLength).filter((one) => isWanted(one)))
  }
  return kept
}

/** All of it at once. */
export function finish<T>(work: Slices<T>): T {
  let step = work.next()
  while (step.done !== true) step = work.next()
  return step.value
}

interface Pace {
  /** Lets the page draw and answer keys. */
  readonly pause: () => Promise<void>
  /** In milliseconds. */
  readonly clock: () => number
  readonly signal: AbortSignal
}

/** Longest stretch of work between two pauses, far below the 50 ms that a person notices. */
const longestMs = 8

/** Works in stretches with pauses between them; null once it was given up. Throws what the work throws. */
export async function finishWithPauses<T>(
  work: Slices<T>,
  { pause, clock, signal }: Pace,
): Promise<T | null> {
  let since = clock()
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    if (clock() - since < longestMs) continue
    // oxlint-disable-next-line no-await-in-loop -- the pause is what it is for
    await pause()
    if (signal.aborted) return null
    since = clock()
  }
}
