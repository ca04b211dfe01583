import type { ExpressionTerm } from '@trustwright/federation'

export interface PatternPiece {
  readonly text: string
  /** `*` or `?` of a term that compares by pattern. */
  readonly wildcard: boolean
}

/** A term's text cut at its wildcards; a whole one where the term compares exactly. */
export function patternPieces({ operator, comparand }: ExpressionTerm): readonly PatternPiece[] {
  if (operator === 'eq') return [{ text: comparand, wildcard: false }]
  return comparand
    .split(/([*?])/)
    .filter((text) => text !== '')
    .map((text) => ({ text, wildcard: text === '*' || text === '?' }))
}
