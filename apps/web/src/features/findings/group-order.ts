import { severityWords } from '../../components/findings/severity-words.ts'
import { count } from '../../lib/words.ts'
import { findingSeverities, type FindingGroup, type FindingSeverity } from '@trustwright/shared-schemas'

/** The worst severity of a rule's active findings; null where it has none. */
export function worstOf({ severities }: Pick<FindingGroup, 'severities'>): FindingSeverity | null {
  return findingSeverities.find((severity) => severities[severity] > 0) ?? null
}

/** How the active findings of a rule weigh: `2 critical, 8 high`; one severity alone needs no word. */
export function splitWords({ severities }: Pick<FindingGroup, 'severities'>): string | null {
  const held = findingSeverities.filter((severity) => severities[severity] > 0)
  if (held.length < 2) return null
  return held
    .map((severity) => `${count(severities[severity])} ${severityWords[severity].toLowerCase()}`)
    .join(', ')
}

/** Rules with active findings, worst first, then those with most of that severity. */
export function worstFirst(groups: readonly FindingGroup[]): readonly FindingGroup[] {
  return groups
    .filter(({ states }) => states.active > 0)
    .toSorted((a, b) => {
      for (const severity of findingSeverities) {
        const more = b.severities[severity] - a.severities[severity]
        if (more !== 0) return more
      }
      return 0
    })
}

/** Of all rules together. */
export function totalsOf(groups: readonly FindingGroup[]) {
  const sum = (read: (group: FindingGroup) => number) =>
    groups.reduce((total, group) => total + read(group), 0)
  return {
    active: sum(({ states }) => states.active),
    accepted: sum(({ states }) => states.accepted),
    fixed: sum(({ states }) => states.fixed),
    bySeverity: findingSeverities.map((severity) => ({
      severity,
      active: sum(({ severities }) => severities[severity]),
    })),
  }
}
