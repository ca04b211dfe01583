import { lte } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { finding } from '../../db/schema-findings.ts'
import type { Clock } from '../../ports.ts'

const dayMs = 86_400_000

/** Forgets findings that were fixed before the oldest snapshot that is kept. */
export async function sweepFindings({
  clock,
  db,
  days,
}: {
  readonly clock: Clock
  readonly db: Database
  readonly days: number
}): Promise<void> {
  await db.delete(finding).where(lte(finding.fixedAt, new Date(clock.now() - days * dayMs)))
}
