import type { FindingSeverity } from '@trustwright/shared-schemas'

export const severityWords: Readonly<Record<FindingSeverity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Note',
}
