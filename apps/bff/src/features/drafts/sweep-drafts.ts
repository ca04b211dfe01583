import { lte } from 'drizzle-orm'
import { draft } from '../../db/schema-drafts.ts'
import type { DraftDeps } from './draft-deps.ts'
import { keptMs } from './to-draft.ts'

/** Deletes drafts that nobody changed for 30 days. */
export async function sweepDrafts({ clock, db }: DraftDeps): Promise<void> {
  await db.delete(draft).where(lte(draft.changedAt, new Date(clock.now() - keptMs)))
}
