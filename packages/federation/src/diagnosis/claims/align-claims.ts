import type { ClaimAlignment } from '../cause.ts'

type Part = ClaimAlignment['parts'][number]
/** Whole characters: half of a pair of units is no letter. */
type Letters = readonly string[]

/** Longest middle, in characters, that is compared letter by letter; Azure stores at most 600. */
const longest = 700
/** Fewer equal letters than these between two differences are chance, and count as different. */
const shortestRun = 3

/** Two spellings of one claim, cut where they differ. Letters that differ in case alone are told apart from others. */
export function alignClaims(claim: ClaimAlignment['claim'], trust: string, token: string): ClaimAlignment {
  const [stored, presented] = [Array.from(trust), Array.from(token)]
  const start = sharedStart(stored, presented)
  const end = sharedEnd(stored, presented, start)
  const parts = [
    same(stored.slice(0, start).join('')),
    ...alignMiddle(stored.slice(start, stored.length - end), presented.slice(start, presented.length - end)),
    same(stored.slice(stored.length - end).join('')),
  ]
  return { claim, trust, token, parts: merged(parts) }
}

function same(text: string): Part {
  return { trust: text, token: text, kind: 'same' }
}

function sharedStart(a: Letters, b: Letters): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1
  return at
}

function sharedEnd(a: Letters, b: Letters, start: number): number {
  let length = 0
  while (
    length < Math.min(a.length, b.length) - start &&
    a[a.length - 1 - length] === b[b.length - 1 - length]
  )
    length += 1
  return length
}

function alignMiddle(trust: Letters, token: Letters): readonly Part[] {
  if (trust.length === 0 || token.length === 0 || trust.length > longest || token.length > longest) {
    return [{ trust: trust.join(''), token: token.join(''), kind: 'other' }]
  }
  const small = (letters: Letters) => letters.map((letter) => letter.toLowerCase())
  const lengths = commonLengths(small(trust), small(token))
  const parts: Part[] = []
  let [at, other] = [0, 0]
  while (at < trust.length || other < token.length) {
    const [a, b] = [trust[at] ?? '', token[other] ?? '']
    if (a !== '' && a.toLowerCase() === b.toLowerCase()) {
      parts.push({ trust: a, token: b, kind: a === b ? 'same' : 'case' })
      at += 1
      other += 1
    } else if (b === '' || (a !== '' && cell(lengths, at + 1, other) >= cell(lengths, at, other + 1))) {
      parts.push({ trust: a, token: '', kind: 'other' })
      at += 1
    } else {
      parts.push({ trust: '', token: b, kind: 'other' })
      other += 1
    }
  }
  return withoutChance(merged(parts))
}

/** Length of the longest common row of letters from each pair of places on. */
function commonLengths(a: Letters, b: Letters): readonly Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let at = a.length - 1; at >= 0; at -= 1) {
    const row = rows[at]
    if (row === undefined) continue
    for (let other = b.length - 1; other >= 0; other -= 1) {
      row[other] =
        a[at] === b[other]
          ? cell(rows, at + 1, other + 1) + 1
          : Math.max(cell(rows, at + 1, other), cell(rows, at, other + 1))
    }
  }
  return rows
}

function cell(rows: readonly Uint16Array[], at: number, other: number): number {
  return rows[at]?.[other] ?? 0
}

function withoutChance(parts: readonly Part[]): readonly Part[] {
  return merged(
    parts.map((part, at): Part => {
      const isChance = part.kind !== 'other' && part.trust.length < shortestRun
      const isBetween = parts[at - 1]?.kind === 'other' && parts[at + 1]?.kind === 'other'
      return isChance && isBetween ? { ...part, kind: 'other' } : part
    }),
  )
}

function merged(parts: readonly Part[]): readonly Part[] {
  const rows: Part[] = []
  for (const part of parts) {
    if (part.trust === '' && part.token === '') continue
    const last = rows.at(-1)
    if (last?.kind === part.kind) {
      rows[rows.length - 1] = {
        trust: last.trust + part.trust,
        token: last.token + part.token,
        kind: part.kind,
      }
    } else rows.push(part)
  }
  return rows
}
