import type { FindingRun } from '@trustwright/shared-schemas'

/** Whether the findings do not tell of the newest finished reading yet, and will. `scan`: its number; null where there is none. */
export function isBeingJudged(run: FindingRun | null, scan: number | null): boolean {
  if (scan === null || run?.state === 'failed') return false
  return run === null || run.state === 'running' || (run.scan ?? 0) < scan
}
