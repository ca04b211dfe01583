import { and, lte, ne } from 'drizzle-orm'
import { setUpRun } from '../../db/schema-set-up.ts'
import type { Database } from '../../db/database.ts'
import type { Clock } from '../../ports.ts'
import { stopSilentRuns } from './end-run.ts'

const keptMs = 30 * 24 * 60 * 60 * 1000

/** Ends runs whose process is gone and whose person never came back, and deletes those that ended 30 days ago. */
export async function sweepRuns({
  clock,
  db,
}: {
  readonly clock: Clock
  readonly db: Database
}): Promise<void> {
  await stopSilentRuns(db, new Date(clock.now()))
  const before = new Date(clock.now() - keptMs)
  await db.delete(setUpRun).where(and(ne(setUpRun.state, 'running'), lte(setUpRun.finishedAt, before)))
}
