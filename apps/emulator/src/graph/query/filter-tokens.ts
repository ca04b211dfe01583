import { refuse } from '../core/refusal.ts'
import { queryFaults } from './query-faults.ts'

export type Token =
  | { kind: 'text'; value: string; at: number }
  /** Names, numbers, GUIDs, dates and the signs `( ) , : /`. */
  | { kind: 'word'; value: string; at: number }

const pattern = /\s*(?:'((?:[^']|'')*)'|([(),:/])|([^\s(),:/'][^\s(),/']*))/y

/** Splits a `$filter`. A date keeps its colons; a lambda's colon stands alone. Throws for an open quote. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  const end = text.trimEnd().length
  while (at < end) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (!found)
      throw refuse(
        queryFaults.badFilter(`There is an unterminated string literal at position ${at} in '${text}'.`),
      )
    at = pattern.lastIndex
    if (found[1] !== undefined) tokens.push({ kind: 'text', value: found[1].replaceAll("''", "'"), at })
    else for (const value of wordsOf(found[2] ?? found[3] ?? '')) tokens.push({ kind: 'word', value, at })
  }
  return tokens
}

/** `x:x` of a lambda is three words, `2026-01-01T00:00:00Z` one. */
function wordsOf(text: string): string[] {
  if (text === ':' || /^\d/.test(text) || !text.includes(':')) return [text]
  return text.split(/(:)/).filter((part) => part !== '')
}
