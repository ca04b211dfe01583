import { queryOptions } from '@tanstack/react-query'
import {
  findingEndpoints,
  findingSeverities,
  type FindingMarks,
  type FindingRun,
  type FindingSeverity,
} from '@trustwright/shared-schemas'
import { call } from '../../api/client.ts'
import { findingsKey } from '../../api/finding-queries.ts'
import type { InventoryOf } from './inventory-query.ts'

export interface Mark {
  readonly severity: FindingSeverity
  /** Open findings of the trust, and of what it is stored on. */
  readonly count: number
}

export interface Marks {
  /** Null until something was judged. */
  readonly run: FindingRun | null
  readonly trusts: ReadonlyMap<string, Mark>
  readonly parents: ReadonlyMap<string, Mark>
}

/** What is wrong, told for each trust. `scan`: number of the newest finished pass; it looks again until that one was judged. */
export const marksQuery = (of: InventoryOf, scan: number | null) =>
  queryOptions({
    queryKey: [...findingsKey, 'marks', of],
    queryFn: async ({ signal }): Promise<Marks> => {
      const [{ run }, marks] = await Promise.all([
        call(findingEndpoints.readFindingGroups, { query: { of }, signal }),
        call(findingEndpoints.readFindingMarks, { query: { of }, signal }),
      ])
      return { run, trusts: mapOf(marks.trusts), parents: mapOf(marks.parents) }
    },
    structuralSharing: false,
    refetchInterval: ({ state: { data, error } }) => {
      if (error !== null || data === undefined || scan === null) return false
      const isBehind = data.run === null || data.run.state === 'running' || (data.run.scan ?? 0) < scan
      return isBehind && data.run?.state !== 'failed' ? 3000 : false
    },
  })

function mapOf(marks: FindingMarks['trusts']): ReadonlyMap<string, Mark> {
  return new Map(marks.map(([key, severity, count]) => [key, { severity, count }]))
}

/** The worst of what is wrong with a trust and with its parent; null for nothing. */
export function markOf(marks: Marks, trustKey: string, parentKey: string): Mark | null {
  const both = [marks.trusts.get(trustKey), marks.parents.get(parentKey)].filter((mark) => mark !== undefined)
  const [first, second] = both
  if (first === undefined) return null
  if (second === undefined) return first
  const order = findingSeverities.indexOf(first.severity) - findingSeverities.indexOf(second.severity)
  return {
    severity: order <= 0 ? first.severity : second.severity,
    count: first.count + second.count,
  }
}
