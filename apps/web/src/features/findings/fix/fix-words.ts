import type { FixItem, FixItemState, FixProgress, FixRun } from '@trustwright/shared-schemas'
import { visible } from '../../../components/diagnosis/alignment-cells.ts'
import { duration } from '../../../lib/time.ts'
import { count, counted } from '../../../lib/words.ts'

/** What becomes of a trust, effect first. */
export function actionWords({ action, name, newName }: Pick<FixItem, 'action' | 'name' | 'newName'>): string {
  if (action === 'delete') return `Delete ${name}`
  if (action === 'change') return `Change ${name}`
  return `Add ${newName ?? 'a trust'} beside ${name}, which stays`
}

/** What a plan comes to: `12 changes, 3 deletions`. */
export function planWords(items: readonly Pick<FixItem, 'action'>[]): string {
  const of = (wanted: FixItem['action']) => items.filter(({ action }) => action === wanted).length
  const parts = [
    ['change', of('change')],
    ['deletion', of('delete')],
    ['addition', of('add')],
  ] as const
  return parts
    .filter(([, many]) => many > 0)
    .map(([what, many]) => counted(many, what))
    .join(', ')
}

export interface ValueLine {
  readonly claim: string
  readonly before: string | null
  readonly after: string | null
}

/** A value with the spaces at its ends as marks: they are what often goes wrong. */
export function withEdges(value: string): string {
  return value.replace(/^\s+/, visible).replace(/\s+$/, visible)
}

const claims = ['issuer', 'subject', 'expression'] as const

/** The values that differ; all of them where the trust goes. */
export function valueLines({ after, before }: Pick<FixProgress, 'after' | 'before'>): readonly ValueLine[] {
  const lines = [
    ...claims.map((claim) => ({
      claim: claim as string,
      before: before?.[claim] ?? null,
      after: after?.[claim] ?? null,
    })),
    {
      claim: 'audience',
      before: before?.audiences.join(', ') ?? null,
      after: after?.audiences.join(', ') ?? null,
    },
  ]
  return lines.filter((line) => line.before !== line.after)
}

export const itemStateWords: Readonly<Record<FixItemState, string>> = {
  pending: 'Waits for its turn',
  running: 'Going on',
  waiting: 'Azure asked to wait',
  done: 'Done',
  already: 'Was so already',
  failed: 'Failed',
  conflict: 'Left as it is: somebody changed it',
  unknown: 'Not known: look at it',
}

/** Changes that are neither made nor were so already. */
export function notMade({ counts, itemCount }: Pick<FixRun, 'counts' | 'itemCount'>): number {
  return itemCount - (counts.done ?? 0) - (counts.already ?? 0)
}

/** How a run stands, in one sentence. */
export function runWords({ counts, itemCount, secondsLeft, state, stoppedBecause }: FixRun): string {
  const done = (counts.done ?? 0) + (counts.already ?? 0)
  const wrong = (counts.failed ?? 0) + (counts.conflict ?? 0) + (counts.unknown ?? 0)
  const sum = `${count(done)} of ${counted(itemCount, 'change')} made${wrong === 0 ? '' : `, ${count(wrong)} not`}`
  if (state === 'running')
    return secondsLeft === null ? `${sum}.` : `${sum}, about ${duration(secondsLeft)} left.`
  if (state === 'finished') return `${sum}.`
  return `${sum}. ${stoppedBecause ?? (state === 'paused' ? 'It waits until you sign in again.' : 'It was stopped.')}`
}
