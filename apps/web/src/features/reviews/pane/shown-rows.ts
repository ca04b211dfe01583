import type { ReviewDecision, ReviewLines, ReviewRow } from '@trustwright/shared-schemas'
import type { ReviewSearch } from '../../../search.ts'

export type ReviewFilter = NonNullable<ReviewSearch['filter']>

export const filterWords: Readonly<Record<ReviewFilter | 'all', string>> = {
  all: 'All',
  undecided: 'Undecided',
  risky: 'Risky and undecided',
  keep: 'Keep',
  remove: 'Remove',
  skip: 'Skip',
}

export function isRisky({ severity }: Pick<ReviewRow, 'severity'>): boolean {
  return severity === 'critical' || severity === 'high'
}

/** Whether the line of this number shows; one that the person may not see never does. */
export function fits(
  { decisions, severities }: ReviewLines,
  ordinal: number,
  filter: ReviewFilter | undefined,
): boolean {
  const decision = decisions[ordinal - 1]
  if (decision === undefined || decision === ' ') return false
  if (filter === undefined) return true
  if (filter === 'undecided') return decision === '-'
  if (filter === 'risky') return decision === '-' && /[ch]/.test(severities[ordinal - 1] ?? '')
  return decision === filter[0]
}

/** How many lines each filter shows, in one pass over all of them. */
export function countFilters(lines: ReviewLines): Readonly<Record<ReviewFilter | 'all', number>> {
  const counts = { all: 0, undecided: 0, risky: 0, keep: 0, remove: 0, skip: 0 }
  for (let ordinal = 1; ordinal <= lines.decisions.length; ordinal += 1) {
    if (!fits(lines, ordinal, undefined)) continue
    counts.all += 1
    if (fits(lines, ordinal, 'risky')) counts.risky += 1
    const decision = lines.decisions[ordinal - 1]
    if (decision === '-') counts.undecided += 1
    else counts[decision === 'k' ? 'keep' : decision === 'r' ? 'remove' : 'skip'] += 1
  }
  return counts
}

/** The number of the line that is open: the asked-for one, or the first that fits; null where none does. */
export function openOrdinal(
  lines: ReviewLines,
  filter: ReviewFilter | undefined,
  asked: string | undefined,
): number | null {
  const wanted = Number(asked)
  if (fits(lines, wanted, undefined)) return wanted
  return fits(lines, 1, filter) ? 1 : beside(lines, filter, { from: 1, step: 1 })
}

/** The next line that fits behind this one, or before it; at the end it begins anew. Null where there is no other. */
export function beside(
  lines: ReviewLines,
  filter: ReviewFilter | undefined,
  { from, step }: { readonly from: number; readonly step: 1 | -1 },
): number | null {
  const all = lines.decisions.length
  for (let away = 1; away < all; away += 1) {
    const at = ((from - 1 + step * away + all * 2) % all) + 1
    if (fits(lines, at, filter)) return at
  }
  return null
}

/** The lines with one other decision. */
export function withDecision(
  lines: ReviewLines,
  ordinal: number,
  decision: ReviewDecision | null,
): ReviewLines {
  const { decisions } = lines
  const letter = decision?.slice(0, 1) ?? '-'
  return { ...lines, decisions: decisions.slice(0, ordinal - 1) + letter + decisions.slice(ordinal) }
}
