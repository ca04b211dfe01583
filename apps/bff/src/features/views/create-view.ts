import { randomUUID } from 'node:crypto'
import type { NewView, SavedView } from '@trustwright/shared-schemas'
import { and, eq, sql } from 'drizzle-orm'
import { savedView } from '../../db/schema-views.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { demandMayChange } from './find-view.ts'
import { toView } from './to-view.ts'
import type { ViewDeps } from './view-deps.ts'

const mostViews = 100

/** Throws ADMINISTRATOR_REQUIRED for a shared one, VIEW_LIMIT_REACHED, VIEW_NAME_TAKEN. */
export async function createView(
  { clock, db }: Pick<ViewDeps, 'clock' | 'db'>,
  caller: Caller,
  view: NewView,
): Promise<SavedView> {
  demandMayChange(caller, view.shared)
  const { tenantId, objectId, username } = caller
  return db.transaction(async (tx) => {
    // One at a time for each person, so that none comes in beside the count.
    const owner = `views ${tenantId} ${objectId}`
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${owner}, 0))`)
    const own = and(eq(savedView.tenantId, tenantId), eq(savedView.ownerObjectId, objectId))
    if ((await tx.$count(savedView, own)) >= mostViews) throw new PortalError('VIEW_LIMIT_REACHED')
    const [row] = await tx
      .insert(savedView)
      .values({
        ...view,
        viewId: randomUUID(),
        tenantId,
        ownerObjectId: objectId,
        version: 1,
        savedBy: username,
        changedAt: new Date(clock.now()),
      })
      .onConflictDoNothing()
      .returning()
    if (row === undefined) throw new PortalError('VIEW_NAME_TAKEN')
    return toView(row, caller)
  })
}
