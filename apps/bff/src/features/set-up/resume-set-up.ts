import type { SetUpRun } from '@trustwright/shared-schemas'
import type { Caller } from '../../ports.ts'
import { stopSilentRuns } from './end-run.ts'
import { findRun } from './find-run.ts'
import { resumeRun } from './resume-run.ts'
import { workOnRun, type SetUpParts } from './work-on-run.ts'

export async function resumeSetUp(
  parts: SetUpParts,
  caller: Caller,
  wanted: { readonly runId: string; readonly only: 'left' | 'failed' },
): Promise<SetUpRun> {
  const { clock, db } = parts.deps
  const now = new Date(clock.now())
  await stopSilentRuns(db, now)
  const turn = await resumeRun(db, now, caller, wanted)
  workOnRun(parts, caller, { runId: wanted.runId, turn })
  return findRun(parts.deps, caller, wanted.runId)
}
