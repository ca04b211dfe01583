import type { FindingRun, InventoryScan } from '@trustwright/shared-schemas'

/** Whether there is a judgement to show: until the first one ended, no finding means nothing. */
export function wasJudged(run: FindingRun | null): run is FindingRun {
  return run !== null && (run.state === 'finished' || run.scan !== null)
}

/** Whether a judgement runs, or begins by itself in a moment: each finished pass is judged. */
export function isAwaited(run: FindingRun | null, scan: InventoryScan | null | undefined): boolean {
  if (run?.state === 'running') return true
  if (scan?.state !== 'finished') return false
  if (run === null) return true
  const failedSince = run.state === 'failed' && (run.finishedAt ?? '') >= (scan.finishedAt ?? '')
  return !failedSince && (run.scan ?? 0) < scan.number
}
