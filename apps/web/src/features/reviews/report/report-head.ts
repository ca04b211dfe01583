import type { ReviewEvidence } from '@trustwright/shared-schemas'
import * as z from 'zod'
import { exactTime } from '../../../lib/time.ts'
import { count, counted } from '../../../lib/words.ts'
import { stateWords } from '../review-words.ts'

export interface ReportFact {
  readonly term: string
  readonly text: string
  /** An identifier. */
  readonly mono?: true
}

/** What stands at the beginning of the report. */
export function reportFacts({ head, madeAt, review }: ReviewEvidence): readonly ReportFact[] {
  const { counts, isPicked, query, run } = review
  const time = (at: string) => exactTime(Date.parse(at))
  const people = review.reviewers.map(({ displayName, username }) =>
    displayName === '' ? username : `${displayName} (${username})`,
  )
  return [
    { term: 'State', text: stateWords[review.state] },
    { term: 'Made', text: `${time(review.madeAt)} by ${review.madeBy.username}` },
    ...(isPicked || query === ''
      ? [{ term: 'Trusts', text: isPicked ? 'ticked one by one' : 'all' }]
      : [{ term: 'Trusts', text: query, mono: true as const }]),
    {
      term: 'Facts',
      text: `of ${review.of === 'mine' ? `what ${review.madeBy.username} may read` : 'what the portal itself reads'}${review.scan === null ? '' : `, reading ${count(review.scan)}`}`,
    },
    { term: 'Due', text: time(review.dueAt) },
    {
      term: 'Silence',
      text: review.silence === 'keep' ? 'changes nothing' : 'removes, once an administrator applies it',
    },
    {
      term: 'Who decides',
      text: [...people, ...(review.ownersDecide ? ['owners'] : []), 'administrators of the portal'].join(
        ', ',
      ),
    },
    {
      term: 'Decisions',
      text: `${counted(counts.items, 'trust')}: ${count(counts.keep)} kept, ${count(counts.remove)} to remove, ${count(counts.skip)} skipped, ${count(counts.undecided)} undecided`,
    },
    {
      term: 'Applied',
      text:
        run === null
          ? 'not yet'
          : `${time(run.startedAt)} as ${run.by.username}: ${count(run.done)} removed, ${count(run.notDone)} not removed`,
    },
    { term: 'This report', text: time(madeAt) },
    head === null
      ? { term: 'Audit chain', text: 'empty' }
      : { term: 'Audit chain', text: `link ${String(head.number)} ${head.hash}`, mono: true },
  ]
}

const Told = z.looseObject({
  to: z.string().optional(),
  state: z.string().optional(),
  removals: z.number().optional(),
  format: z.string().optional(),
})

/** What was done to a review, from the operation and the values of its audit event. */
export function stepWords(operation: string, what: string): string {
  const { format, removals, state, to } = Told.catch({}).parse(JSON.parse(what))
  if (operation === 'review.apply') return `Applied, ${counted(removals ?? 0, 'removal')}`
  if (operation === 'review.export') return `Exported as ${format ?? 'a file'}`
  if (operation === 'review.open' && to === undefined)
    return state === undefined
      ? 'Settings changed'
      : state === 'draft'
        ? 'Made as a draft'
        : 'Made and opened'
  return to === undefined ? operation : `Set to ${to}`
}
