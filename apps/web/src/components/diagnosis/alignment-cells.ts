import type { ClaimAlignment } from '@trustwright/federation'

export type PartKind = ClaimAlignment['parts'][number]['kind']

/** A few letters of both sides, one above the other. */
export interface Cell {
  readonly trust: string
  readonly token: string
  readonly kind: PartKind
}

/** Letters of an equal stretch that stay together when the line breaks. */
const longestCell = 6

/**
 * The parts of an alignment in cells small enough to wrap. Letters are cut between whole code points, so that no half of a
 * pair is drawn; equal stretches go in steps, differing ones letter by letter where both sides have as many.
 */
export function alignmentCells(parts: ClaimAlignment['parts']): readonly Cell[] {
  return withoutCrumbs(wholeLetters(parts)).flatMap(({ trust, token, kind }): readonly Cell[] => {
    const [left, right] = [Array.from(trust), Array.from(token)]
    const step = kind === 'case' ? 1 : longestCell
    const count = Math.ceil(Math.max(left.length, right.length) / step)
    return Array.from({ length: count }, (_, at) => {
      const cell = {
        trust: visible(left.slice(at * step, (at + 1) * step).join('')),
        token: visible(right.slice(at * step, (at + 1) * step).join('')),
      }
      return { ...cell, kind: cell.trust === cell.token ? 'same' : kind }
    })
  })
}

/** Letters that two strange texts share by chance say nothing, and hide how different they are. */
const longestCrumb = 3

/** Equal stretches of a few letters between two differing ones go with these. */
function withoutCrumbs(cells: readonly Cell[]): readonly Cell[] {
  const kept: Cell[] = []
  for (const [at, cell] of cells.entries()) {
    const last = kept.at(-1)
    const isCrumb =
      cell.kind === 'same' && cell.trust.length <= longestCrumb && cells[at + 1]?.kind === 'other'
    const joins = last?.kind === 'other' && (isCrumb || cell.kind === 'other')
    if (joins)
      kept.splice(-1, 1, { trust: last.trust + cell.trust, token: last.token + cell.token, kind: 'other' })
    else kept.push(cell)
  }
  return kept
}

/** The engine counts in units of UTF-16: a letter of two units that was cut in the middle goes to the part behind. */
function wholeLetters(parts: ClaimAlignment['parts']): readonly Cell[] {
  const whole: Cell[] = []
  let [trustHalf, tokenHalf] = ['', '']
  for (const [at, part] of parts.entries()) {
    const next = parts[at + 1]
    const trust = trustHalf + part.trust
    const token = tokenHalf + part.token
    const isCut = next !== undefined && (isLow(next.trust) || isLow(next.token))
    trustHalf = isCut ? halfAtEnd(trust) : ''
    tokenHalf = isCut ? halfAtEnd(token) : ''
    const rest = { trust: without(trust, trustHalf), token: without(token, tokenHalf) }
    const isSame = rest.trust === rest.token
    whole.push({ ...rest, kind: isSame ? 'same' : part.kind === 'same' ? 'other' : part.kind })
  }
  return whole
}

function isLow(text: string): boolean {
  return /^[\udc00-\udfff]/.test(text)
}

function halfAtEnd(text: string): string {
  return /[\ud800-\udbff]$/.exec(text)?.[0] ?? ''
}

function without(text: string, end: string): string {
  return text.slice(0, text.length - end.length)
}

/** A space as a dot in the middle, and what cannot be seen or turns the writing round as its number. */
export function visible(text: string): string {
  return text
    .replaceAll(' ', '·')
    .replace(
      /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u00a0\u2000-\u200a\u202f\u205f\u3000\u115f\u1160\u3164\uffa0]/gu,
      numberOf,
    )
}

function numberOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
}
