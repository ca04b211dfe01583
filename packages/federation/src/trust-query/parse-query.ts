import { isQueryKey, type ParsedQuery, type QueryProblem, type QueryTerm, type QueryWord } from './query.ts'
import { piecesOf, type QueryPiece } from './query-pieces.ts'
import { problemOf } from './query-values.ts'

/** Longer texts are cut: an address holds no more. */
export const queryLimit = 2_000

/**
 * Reads a query such as `issuer:github -env:prod role:owner used:never risk:high,critical "free text"`. A word with a colon
 * whose start is no key is searched for as it is. What cannot be read is left out, and said. Never throws.
 */
export function parseTrustQuery(text: string): ParsedQuery {
  const terms: QueryTerm[] = []
  const words: QueryWord[] = []
  const problems: QueryProblem[] = []
  if (text.length > queryLimit) {
    problems.push({
      at: queryLimit,
      length: text.length - queryLimit,
      message: `Only the first ${queryLimit} characters count.`,
    })
  }
  for (const piece of piecesOf(text.slice(0, queryLimit))) {
    const key = piece.key?.toLowerCase() ?? null
    if (piece.open) problems.push(problemAt(piece, 'A quotation mark has no second one.'))
    if (key === null || !isQueryKey(key)) {
      if (piece.whole !== '') words.push({ text: piece.whole, negated: piece.negated })
      continue
    }
    const values = piece.parts.map((part) => ({ text: part.text, exact: part.quoted }))
    const message = values.map((value) => problemOf(key, value)).find((found) => found !== null)
    if (message === undefined) terms.push({ key, negated: piece.negated, values })
    else problems.push(problemAt(piece, message))
  }
  return { query: { terms, words }, problems }
}

function problemAt({ at, length }: QueryPiece, message: string): QueryProblem {
  return { at, length, message }
}
