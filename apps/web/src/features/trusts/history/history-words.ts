import type { TrustHistory, TrustHistoryEntry } from '@trustwright/shared-schemas'
import type { ValueChange } from '../../../components/value-diff.tsx'

export type Noticed = Extract<TrustHistoryEntry, { kind: 'noticed' }>

const changeWords: Readonly<Record<Noticed['change'], string>> = {
  'there-at-first': 'It was there already when your trusts were first read',
  appeared: 'It was new',
  changed: 'Its values had changed',
  gone: 'It was gone',
  returned: 'It was there again',
}

/** What a reading noticed, as a sentence without its end. */
export function noticedWords({ change }: Noticed): string {
  return changeWords[change]
}

const sources = {
  portal: 'this portal',
  'activity-log': 'Azure’s activity log',
  'directory-audit': 'the directory audit',
} as const

/** Who made it, or that nobody tells. `exact` writes a moment. */
export function whoWords({ by, change, notBefore }: Noticed, exact: (at: string) => string): string {
  if (change === 'there-at-first') return 'Since when, and by whom, is not known.'
  if (by !== null) return `By ${by.who}, says ${sources[by.source]}.`
  const since = notBefore === null ? '' : ` It happened after ${exact(notBefore)}.`
  return `By whom is not known: no log that could be asked tells.${since}`
}

/** The source of a write that no reading saw. */
export function sourceWords(source: keyof typeof sources): string {
  return sources[source]
}

const labels = {
  issuer: 'Issuer',
  subject: 'Subject',
  expression: 'Pattern',
  audience: 'Audience',
  description: 'Description',
} as const

/** Values that a reading found otherwise; none where there is nothing to compare. */
export function changedValues({ before, after }: Noticed): ValueChange[] {
  if (before === null || after === null) return []
  return (['issuer', 'subject', 'expression', 'audience', 'description'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({
      field,
      label: labels[field],
      before: before[field] ?? '',
      after: after[field] ?? '',
    }))
}

/** How far back the line of time reaches, and why no further. */
export function historyLimits(
  { isParentGone, lastReadAt, logsSince, readSince }: TrustHistory,
  exact: (at: string) => string,
): string[] {
  return [
    ...(readSince === null || lastReadAt === null
      ? []
      : [`Your readings know it since ${exact(readSince)}; the last one was ${exact(lastReadAt)}.`]),
    ...(logsSince === null ? [] : [`Azure’s log was asked back to ${exact(logsSince)}.`]),
    ...(isParentGone
      ? ['Azure shows its identity or application no more, so what others did here is not told.']
      : []),
  ]
}
