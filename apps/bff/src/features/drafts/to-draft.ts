import type { Draft } from '@trustwright/shared-schemas'
import type { draft } from '../../db/schema-drafts.ts'

/** After the last change of a draft. */
export const keptMs = 30 * 24 * 60 * 60 * 1000

type Row = typeof draft.$inferSelect

export function toDraft(row: Row): Draft {
  return { ...factsOf(row), body: row.body }
}

export function factsOf({
  draftId,
  version,
  createdAt,
  changedAt,
  runId,
}: Omit<Row, 'body' | 'tenantId' | 'ownerObjectId'>): Omit<Draft, 'body'> {
  return {
    draftId,
    version,
    createdAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
    keptUntil: new Date(changedAt.getTime() + keptMs).toISOString(),
    runId,
  }
}
