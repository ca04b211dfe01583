import type { SetUpRun } from '@trustwright/shared-schemas'
import { and, eq } from 'drizzle-orm'
import { setUpRun } from '../../db/schema-set-up.ts'
import type { Caller } from '../../ports.ts'
import { stopSilentRuns } from './end-run.ts'
import { findRun } from './find-run.ts'
import { ownRun } from './own-run.ts'
import type { SetUpParts } from './work-on-run.ts'

/** The step that the run is at is ended first. One that does not run is left as it is. */
export async function stopSetUp(
  { deps, running }: SetUpParts,
  caller: Caller,
  runId: string,
): Promise<SetUpRun> {
  const { clock, db } = deps
  const stopped = await db
    .update(setUpRun)
    .set({ stopWanted: true })
    .where(and(ownRun(caller, runId), eq(setUpRun.state, 'running')))
    .returning({ runId: setUpRun.runId })
  if (stopped.length > 0) running.stop(runId)
  await stopSilentRuns(db, new Date(clock.now()))
  return findRun(deps, caller, runId)
}
