import { lte } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { fixRun } from '../../../db/schema-fixes.ts'
import type { Clock } from '../../../ports.ts'

const keptMs = 30 * 24 * 60 * 60 * 1000

/** Deletes runs that began 30 days ago: the audit trail tells of their changes for good. */
export async function sweepFixes({
  clock,
  db,
}: {
  readonly clock: Clock
  readonly db: Database
}): Promise<void> {
  await db.delete(fixRun).where(lte(fixRun.startedAt, new Date(clock.now() - keptMs)))
}
