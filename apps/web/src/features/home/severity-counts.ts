import { findingSeverities, type FindingGroup, type FindingSeverity } from '@trustwright/shared-schemas'

/** Open findings of all rules by severity, worst first, without those of which there are none. */
export function severityCounts(groups: readonly Pick<FindingGroup, 'severities'>[]): {
  readonly total: number
  readonly parts: readonly { readonly severity: FindingSeverity; readonly active: number }[]
} {
  const parts = findingSeverities
    .map((severity) => ({
      severity,
      active: groups.reduce((sum, group) => sum + group.severities[severity], 0),
    }))
    .filter(({ active }) => active > 0)
  return { total: parts.reduce((sum, { active }) => sum + active, 0), parts }
}
