import type { SavedView } from '@trustwright/shared-schemas'
import type { savedView } from '../../db/schema-views.ts'
import type { Caller } from '../../ports.ts'

/** A stored view as the person sees it. */
export function toView(row: typeof savedView.$inferSelect, { objectId }: Caller): SavedView {
  const { viewId, version, name, query, sort, columns, of, shared, savedBy, changedAt } = row
  const mine = row.ownerObjectId === objectId
  return {
    viewId,
    version,
    name,
    query,
    sort,
    columns,
    of,
    shared,
    mine,
    savedBy,
    changedAt: changedAt.toISOString(),
  }
}
