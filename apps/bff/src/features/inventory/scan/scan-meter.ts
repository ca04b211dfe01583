import type { UpstreamRequests } from '@trustwright/shared-schemas'
import type { Clock, ReadOptions } from '../../../ports.ts'
import { parentsDone, parentsFound, type ScanCounts } from '../store/scan-counts.ts'
import type { ScanProgress } from '../store/scan-progress.ts'

export type Area = keyof UpstreamRequests

/** Counts what a run does. */
export interface ScanMeter {
  add(counts: Partial<ScanCounts>): void
  counts(): ScanCounts
  /** For one call: what goes out is counted for its area. */
  options(area: Area): ReadOptions
  /** How many requests one part of the work takes at least; a later word replaces an earlier one. */
  least(part: string, requests: number): void
  progress(): ScanProgress
}

export interface ScanMeterStart {
  readonly clock: Clock
  /** For lengths of time. */
  readonly steady: Clock
  readonly counts: ScanCounts
  readonly requests: UpstreamRequests
  /** How much longer Azure wants the portal to wait; null while it does not. */
  readonly waitMs: () => number | null
}

/** Requests of pages of this size, at least one: an empty list takes one as well. */
export function pagesFor(items: number, pageSize: number): number {
  return Math.max(1, Math.ceil(items / pageSize))
}

/** Goes on counting where an earlier process left off. */
export function createScanMeter({ clock, steady, waitMs, ...start }: ScanMeterStart): ScanMeter {
  const requests = { ...start.requests }
  const parts = new Map<string, number>()
  const counts = { ...start.counts }
  const startedAt = steady.now()
  const doneBefore = parentsDone(counts)

  function pace(): Pick<ScanProgress, 'perSecond' | 'secondsLeft'> {
    const done = parentsDone(counts)
    const seconds = Math.max(0.001, (steady.now() - startedAt) / 1000)
    if (done <= doneBefore) return { perSecond: null, secondsLeft: null }
    const perSecond = (done - doneBefore) / seconds
    const wait = (waitMs() ?? 0) / 1000
    const left = Math.max(0, parentsFound(counts) - done)
    return { perSecond, secondsLeft: Math.round(wait + left / perSecond) }
  }

  return {
    add(more) {
      // The keys of `noCounts`, of which Object.entries keeps only texts.
      for (const [name, count] of Object.entries(more) as [keyof ScanCounts, number][]) {
        counts[name] += count
      }
    },
    counts: () => ({ ...counts }),
    options: (area) => ({
      background: true,
      onSent: () => {
        requests[area] += 1
      },
    }),
    least(part, count) {
      parts.set(part, count)
    },
    progress() {
      const wait = waitMs()
      const least = [...parts.values()].reduce((sum, count) => sum + count, 0)
      return {
        ...counts,
        ...pace(),
        state: wait === null ? 'running' : 'waiting',
        waitingFor: wait === null ? null : 'azure',
        waitingUntil: wait === null ? null : new Date(clock.now() + wait),
        requests: { ...requests },
        leastRequests: parts.size === 0 ? null : least,
      }
    },
  }
}
