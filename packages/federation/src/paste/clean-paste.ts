import type { PasteNote } from './paste-reading.ts'
import { note } from './build-reading.ts'

/** A paste without what copying put around it. */
interface CleanPaste {
  /** One text, or one for each code fence. */
  readonly texts: readonly string[]
  readonly notes: readonly PasteNote[]
}

/** Left out wherever they stand: nobody sees them, and Azure compares them. */
const unseen = /[\u200b\u2060\ufeff\u00ad]/g

/** Takes off what stands around a paste. Values inside stay as they are, but for characters that nobody can see. */
export function cleanPaste(pasted: string): CleanPaste {
  const left: string[] = []
  const step = (what: string, before: string, after: string) => {
    if (before !== after) left.push(what)
    return after
  }
  const lines = pasted.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
  const seen = step('invisible characters', lines, lines.replace(unseen, ''))
  const trimmed = seen.trim()
  step('white space', seen.replace(/\n$/, ''), trimmed)
  const unquoted = step('quote marks of a mail', trimmed, withoutQuotePrefix(trimmed))
  const fences = fencedTexts(unquoted)
  if (fences.length > 0) left.push('the code fence')
  const texts = (fences.length > 0 ? fences : [unquoted]).map((text) =>
    step('marks', text, withoutMarks(text)),
  )
  return { texts, notes: left.length === 0 ? [] : [leftOut(left)] }
}

function leftOut(left: readonly string[]): PasteNote {
  return note('cleaned', `Left out of what was pasted: ${[...new Set(left)].join(', ')}.`)
}

/** What a second look may change inside the text, because a chat or a page changed it first. */
export function loosen(text: string): { readonly text: string; readonly notes: readonly PasteNote[] } {
  const changed: string[] = []
  const step = (what: string, before: string, after: string) => {
    if (before !== after) changed.push(what)
    return after
  }
  const decoded = step('HTML entities were decoded', text, decodeEntities(text))
  const blanks = step(
    'odd blanks became ordinary ones',
    decoded,
    decoded.replace(/[\u00a0\u2007\u202f]/g, ' '),
  )
  const straight = step(
    'curly quotes were read as straight ones',
    blanks,
    blanks.replace(/[\u2018\u2019\u201a\u201b]/g, "'").replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"'),
  )
  const words = changed.join(', ')
  const text2 = straight.trim()
  if (changed.length === 0) return { text: text2, notes: [] }
  return {
    text: text2,
    notes: [note('cleaned', `${words.charAt(0).toUpperCase()}${words.slice(1)}. Compare the values once.`)],
  }
}

const entities: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&#x2F;': '/',
  '&amp;': '&',
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:quot|apos|lt|gt|nbsp|amp|#34|#39|#x27|#x2F);/g,
    (entity) => entities[entity] ?? entity,
  )
}

/** `> ` before every line. */
function withoutQuotePrefix(text: string): string {
  const lines = text.split('\n')
  return lines.length > 1 && lines.every((line) => line.startsWith('>'))
    ? lines
        .map((line) => line.replace(/^> ?/, ''))
        .join('\n')
        .trim()
    : text
}

const mostFences = 20

/** What stands between fences of Markdown; an unclosed one runs to the end. */
function fencedTexts(text: string): readonly string[] {
  if (!/^ {0,3}(?:```|~~~)/m.test(text)) return []
  const texts: string[] = []
  let open: string[] | null = null
  for (const line of text.split('\n')) {
    if (/^ {0,3}(?:```|~~~)/.test(line)) {
      if (open !== null) texts.push(open.join('\n').trim())
      open = open === null ? [] : null
    } else open?.push(line)
  }
  if (open !== null) texts.push(open.join('\n').trim())
  return texts.filter((inner) => inner !== '').slice(0, mostFences)
}

/** Marks around a single value: backticks, quotes, angle brackets, a link of Markdown. */
function withoutMarks(text: string): string {
  if (text.includes('\n')) return text
  const link = /^\[[^[\]]*\]\(([^()\s]+)\)[.,;]?$/.exec(text)?.[1]
  if (link !== undefined) return link
  const marked = /^(?:`+([^`]+)`+|<([^<>\s]+)>|"([^"]+)"|“([^“”]+)”|‘([^‘’]+)’|'([^']+)')[.,;]?$/.exec(text)
  return (
    marked
      ?.slice(1)
      .find((inner) => inner !== undefined)
      ?.trim() ?? text
  )
}
