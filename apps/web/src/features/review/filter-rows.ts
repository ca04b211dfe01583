import type { ReviewRow } from '../../components/inventory/review-row.ts'

/** Rows that hold every word of the text, wherever it stands; `-word` keeps those without it. */
export function filterRows(rows: readonly ReviewRow[], text: string): readonly ReviewRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return rows
  const wanted = words.filter((word) => !isNegative(word))
  const unwanted = words.filter(isNegative).map((word) => word.slice(1))
  return rows.filter(
    ({ haystack }) =>
      wanted.every((word) => haystack.includes(word)) && !unwanted.some((word) => haystack.includes(word)),
  )
}

function isNegative(word: string): boolean {
  return word.length > 1 && word.startsWith('-')
}
