import { Reviewer, silenceWords, type NewReview, type Review } from '@trustwright/shared-schemas'
import * as z from 'zod'

/** The day as the browser's own field writes it: `2026-12-05`. */
const Day = z.iso.date('Choose a day.')

const Fields = z.object({
  query: z.string().max(2000, 'Use at most 2,000 characters.'),
  name: z.string().trim().min(1, 'Give the review a name.').max(120, 'Use at most 120 characters.'),
  reviewers: z.string(),
  ownersDecide: z.boolean(),
  due: Day,
  silence: z.enum(['keep', 'remove']),
  typed: z.string(),
})
export type ReviewForm = z.infer<typeof Fields>

/** `before`: the day of a review that stands, which may be over. */
export function reviewForm(before?: string) {
  return Fields.superRefine(({ due, reviewers, silence, typed }, context) => {
    if (due !== before && Date.parse(endOf(due)) <= Date.now()) {
      context.addIssue({ code: 'custom', path: ['due'], message: 'Choose a day to come.' })
    }
    for (const name of namesIn(reviewers)) {
      const read = Reviewer.safeParse(name)
      if (!read.success) {
        const message = `${name}: name a person by user name, such as dana@contoso.com, or by object ID.`
        context.addIssue({ code: 'custom', path: ['reviewers'], message })
      }
    }
    if (silence === 'remove' && typed !== silenceWords) {
      context.addIssue({ code: 'custom', path: ['typed'], message: `Type “${silenceWords}”.` })
    }
  })
}

/** One a line, or parted by commas or semicolons. */
export function namesIn(text: string): readonly string[] {
  return text
    .split(/[\s,;]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** The last moment of a day in UTC. */
export function endOf(day: string): string {
  return `${day}T23:59:59Z`
}

/** The day in UTC of a moment in milliseconds. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** Two weeks from now. */
export function usualDay(now: number): string {
  return dayOf(now + 14 * 86_400_000)
}

/** A review as its form shows it. */
export function valuesOf(review: Review): ReviewForm {
  const { dueAt, name, ownersDecide, query, reviewers, silence } = review
  return {
    query,
    name,
    reviewers: reviewers.map(({ username }) => username).join('\n'),
    ownersDecide,
    due: dueAt.slice(0, 10),
    silence,
    typed: silence === 'remove' ? silenceWords : '',
  }
}

/** What the portal is told of a form, but for the trusts. */
export function settingsOf({
  due,
  name,
  ownersDecide,
  reviewers,
  silence,
  typed,
}: ReviewForm): Omit<z.input<typeof NewReview>, 'keys' | 'of' | 'open' | 'query'> {
  return {
    name,
    reviewers: [...namesIn(reviewers)],
    ownersDecide,
    dueAt: endOf(due),
    silence,
    ...(silence === 'remove' && { silenceWords: typed }),
  }
}
