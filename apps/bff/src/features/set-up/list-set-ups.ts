import type { SetUpRun } from '@trustwright/shared-schemas'
import { desc } from 'drizzle-orm'
import { setUpRun } from '../../db/schema-set-up.ts'
import type { Caller } from '../../ports.ts'
import { stopSilentRuns } from './end-run.ts'
import { describeRun } from './find-run.ts'
import { ownRuns } from './own-run.ts'
import type { SetUpDeps } from './set-up-deps.ts'

/** Newest first. */
export async function listSetUps(deps: SetUpDeps, caller: Caller): Promise<SetUpRun[]> {
  await stopSilentRuns(deps.db, new Date(deps.clock.now()))
  const rows = await deps.db
    .select()
    .from(setUpRun)
    .where(ownRuns(caller))
    .orderBy(desc(setUpRun.startedAt))
    .limit(50)
  const runs: SetUpRun[] = []
  for (const row of rows) runs.push(await describeRun(deps, row))
  return runs
}
