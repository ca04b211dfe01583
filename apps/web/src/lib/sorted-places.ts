import { sliceLength, type Slices } from './slices.ts'

/** The numbers below `length` in the order of `compare`, in slices: short runs are sorted, then merged pair by pair. */
export function* sortedPlaces(
  length: number,
  compare: (a: number, b: number) => number,
): Slices<Uint32Array<ArrayBuffer>> {
  let from = Uint32Array.from({ length }, (_, at) => at)
  for (let start = 0; start < length; start += sliceLength) {
    yield
    from.subarray(start, start + sliceLength).sort(compare)
  }
  let into = new Uint32Array(length)
  for (let run = sliceLength; run < length; run *= 2) {
    for (let start = 0; start < length; start += 2 * run) {
      const middle = Math.min(start + run, length)
      yield* merge({ from, into, start, middle, end: Math.min(start + 2 * run, length) }, compare)
    }
    const sorted = into
    into = from
    from = sorted
  }
  return from
}

interface Runs {
  readonly from: Uint32Array
  readonly into: Uint32Array
  readonly start: number
  readonly middle: number
  readonly end: number
}

function* merge(
  { end, from, into, middle, start }: Runs,
  compare: (a: number, b: number) => number,
): Slices<void> {
  let [left, right] = [start, middle]
  for (let at = start; at < end; at += 1) {
    if ((at - start) % sliceLength === 0) yield
    const [one = 0, other = 0] = [from[left], from[right]]
    const takesLeft = left < middle && (right >= end || compare(one, other) <= 0)
    into[at] = takesLeft ? one : other
    if (takesLeft) left += 1
    else right += 1
  }
}
