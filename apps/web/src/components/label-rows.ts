import type { Segment } from '@trustwright/federation'

/** Width of a label's letter and of the gap behind it, in letters of the value (a label is smaller, and not monospaced). */
export const labelLetter = 0.82
const gap = 1

/**
 * The row under the value in which each piece's label stands. A label may be wider than its piece: it then runs on under
 * the next ones, and what would meet it moves a row down. So the value itself is never pulled apart.
 */
export function labelRows(segments: readonly Pick<Segment, 'text' | 'label'>[]): number[] {
  const ends: number[] = []
  let start = 0
  return segments.map(({ text, label }) => {
    const from = start
    start += text === '' ? 3 : text.length
    if (label === '') return 0
    const free = ends.findIndex((end) => end <= from)
    const row = free === -1 ? ends.length : free
    ends[row] = from + label.length * labelLetter + gap
    return row
  })
}
