import type { Segment } from '@trustwright/federation'
import { labelLetter } from './label-rows.ts'

/**
 * Width of a letter of a value in CSS pixels: the widest of the usual monospaced fonts at 14 px, and the 0.12 em between
 * letters that a person may add (https://www.w3.org/TR/WCAG22/#text-spacing).
 */
const letter = 10.2

/** Widths in CSS pixels between which the strip chooses; a container query cannot be computed from the value. */
export const roomSteps = [160, 240, 320, 360, 400, 440, 460, 480, 540, 600, 680, 760, 860, 960] as const
export type RoomStep = (typeof roomSteps)[number]

/** A longer value fits on no line. */
const longestLabelled = 140

/**
 * The width from which a value stands on one line with every label under its piece; null when no page is that wide.
 * Below it, a label would be torn from its piece or leave the card.
 */
export function roomFor(segments: readonly Pick<Segment, 'text' | 'label'>[]): RoomStep | null {
  let start = 0
  let end = 0
  for (const { text, label } of segments) {
    const from = start
    start += text === '' ? 3 : text.length
    end = Math.max(end, start, from + label.length * labelLetter)
  }
  if (start > longestLabelled) return null
  return roomSteps.find((step) => step >= end * letter) ?? null
}
