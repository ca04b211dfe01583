import type {
  Review,
  ReviewOutcome,
  ReviewDecision,
  ReviewRow,
  ReviewState,
} from '@trustwright/shared-schemas'
import { trustWords } from '../../components/trust-words.ts'
import { count, counted } from '../../lib/words.ts'

export const stateWords: Readonly<Record<ReviewState, string>> = {
  draft: 'Draft',
  open: 'Open',
  paused: 'Paused',
  ended: 'Ended, not applied',
  applying: 'Removing',
  applied: 'Applied',
  cancelled: 'Cancelled',
}

export const decisionWords: Readonly<Record<ReviewDecision, string>> = {
  keep: 'Keep',
  remove: 'Remove',
  skip: 'Skip',
}

export const outcomeWords: Readonly<Record<ReviewOutcome, string>> = {
  pending: 'Waits for its turn',
  running: 'Going to Azure',
  waiting: 'Azure asked to wait',
  done: 'Removed',
  gone: 'Was not there any more',
  changed: 'Left alone: changed since the decision',
  failed: 'Not removed',
  unknown: 'Not known whether it was removed',
}

/** `62 of 140 decided`. */
export function progressWords({ counts: { decided, items } }: Pick<Review, 'counts'>): string {
  return `${count(decided)} of ${count(items)} decided`
}

/** Of a reviewer who sees less than the review holds; null where they see all. */
export function hiddenWords({ counts: { items, visible } }: Pick<Review, 'counts'>): string | null {
  if (visible === items) return null
  return `${counted(items - visible, 'trust')} of this review ${items - visible === 1 ? 'is' : 'are'} not visible to you: your own inventory does not show them. Others decide about those.`
}

/** One trust as a sentence, for names and announcements. */
export function sentenceOf({
  expression,
  identityName,
  issuer,
  subject,
}: Pick<ReviewRow, 'expression' | 'identityName' | 'issuer' | 'subject'>): string {
  const { platform, qualifier, workload } = trustWords({ issuer, subject, expression })
  return `${platform} ${workload}${qualifier === null ? '' : `, ${qualifier}`} into ${identityName}`
}

/** `due in 3 days`, `4 days late`. */
export function dueWords(dueAt: string, now: number): string {
  const days = (Date.parse(dueAt) - now) / 86_400_000
  if (days < 0) return `${counted(Math.max(1, Math.floor(-days)), 'day')} late`
  return days < 1 ? 'due within a day' : `due in ${counted(Math.floor(days), 'day')}`
}

/** To paste into a message to those who decide. */
export function reminderText({ counts, dueAt, name, reviewId, silence }: Review, origin: string): string {
  const left = `${counted(counts.undecided, 'trust')} of ${count(counts.items)} ${counts.undecided === 1 ? 'is' : 'are'} not decided yet`
  const risky =
    counts.undecidedRisky === 0
      ? ''
      : `, ${count(counts.undecidedRisky)} of them with a critical or high finding`
  const means =
    silence === 'keep' ? 'What nobody decides about stays.' : 'What nobody decides about is removed.'
  return `Review of trusts “${name}”: ${left}${risky}. It is due on ${dueAt.slice(0, 10)}. ${means}\n${origin}/reviews/${reviewId}?filter=undecided`
}

export function isOver({ state }: Pick<Review, 'state'>): boolean {
  return state === 'applied' || state === 'cancelled'
}
