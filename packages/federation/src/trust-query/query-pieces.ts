/** A run of characters between blanks. */
export interface QueryPiece {
  readonly at: number
  readonly length: number
  readonly negated: boolean
  /** What stands unquoted before the first colon; null where there is none. */
  readonly key: string | null
  /** Parts at commas, behind the colon where there is a key. */
  readonly parts: readonly { readonly text: string; readonly quoted: boolean }[]
  /** Everything behind the minus, with quotes taken away. */
  readonly whole: string
  /** A quotation mark has no second one. */
  readonly open: boolean
}

/** Cuts a query at its blanks; in quotes `\` stands before a quotation mark or another `\`. Takes time in proportion to its length. */
export function piecesOf(text: string): readonly QueryPiece[] {
  const pieces: QueryPiece[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) at += 1
    else {
      const piece = readPiece(text, at)
      pieces.push(piece)
      at += piece.length
    }
  }
  return pieces
}

interface Reading {
  key: string | null
  /** Of the part that is being read. */
  part: string
  quoted: boolean
  whole: string
  readonly parts: { text: string; quoted: boolean }[]
}

function readPiece(text: string, start: number): QueryPiece {
  const negated = text[start] === '-' && start + 1 < text.length && !/\s/.test(text.charAt(start + 1))
  const reading: Reading = { key: null, part: '', quoted: false, whole: '', parts: [] }
  let at = start + (negated ? 1 : 0)
  let open = false
  while (at < text.length && !/\s/.test(text.charAt(at))) {
    if (text[at] === '"') {
      const quote = readQuote(text, at)
      reading.part += quote.text
      reading.whole += quote.text
      reading.quoted = true
      open ||= quote.open
      at = quote.end
    } else {
      take(reading, text.charAt(at))
      at += 1
    }
  }
  endPart(reading)
  const { key, parts, whole } = reading
  return { at: start, length: at - start, negated, key, parts, whole, open }
}

function take(reading: Reading, character: string): void {
  reading.whole += character
  if (character === ':' && reading.key === null && reading.parts.length === 0 && !reading.quoted) {
    reading.key = reading.part
    reading.part = ''
  } else if (character === ',' && reading.key !== null) endPart(reading)
  else reading.part += character
}

function endPart(reading: Reading): void {
  reading.parts.push({ text: reading.part, quoted: reading.quoted })
  reading.part = ''
  reading.quoted = false
}

function readQuote(text: string, start: number): { text: string; end: number; open: boolean } {
  let read = ''
  let at = start + 1
  while (at < text.length && text[at] !== '"') {
    if (text[at] === '\\' && /["\\]/.test(text.charAt(at + 1))) at += 1
    read += text.charAt(at)
    at += 1
  }
  return { text: read, end: Math.min(at + 1, text.length), open: at >= text.length }
}
