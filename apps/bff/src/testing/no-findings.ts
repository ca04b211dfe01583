import type { FindingRuns } from '../features/findings/finding-runs.ts'

/** Judges nothing: for tests of what is read, since each judgement is a thread of its own. `told` hears of every run. */
export function noFindings(told: (owner: string) => void = () => undefined): FindingRuns {
  return {
    refresh: async ({ owner }) => told(owner),
    refreshAll: async () => undefined,
    applyRules: async () => undefined,
    close: async () => undefined,
  }
}
