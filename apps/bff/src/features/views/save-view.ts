import type { SavedView, ViewSave } from '@trustwright/shared-schemas'
import { and, eq, ne, sql } from 'drizzle-orm'
import { savedView } from '../../db/schema-views.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { demandMayChange, findView } from './find-view.ts'
import { toView } from './to-view.ts'
import type { ViewDeps } from './view-deps.ts'

/** Saves over the version that the person saw, and no other. A view keeps its owner. */
export async function saveView(
  { clock, db }: Pick<ViewDeps, 'clock' | 'db'>,
  caller: Caller,
  viewId: string,
  { version, ...view }: ViewSave,
): Promise<SavedView> {
  return db.transaction(async (tx) => {
    // Names are looked at and taken by one person at a time.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`views ${caller.tenantId}`}, 0))`)
    const before = await findView(tx, caller, viewId)
    demandMayChange(caller, before.shared, view.shared)
    const rivals = and(
      eq(savedView.tenantId, caller.tenantId),
      eq(savedView.shared, view.shared),
      sql`lower(${savedView.name}) = lower(${view.name})`,
      ne(savedView.viewId, viewId),
      ...(view.shared ? [] : [eq(savedView.ownerObjectId, before.ownerObjectId)]),
    )
    if ((await tx.$count(savedView, rivals)) > 0) throw new PortalError('VIEW_NAME_TAKEN')
    const [row] = await tx
      .update(savedView)
      .set({
        ...view,
        version: version + 1,
        savedBy: caller.username,
        changedAt: new Date(clock.now()),
      })
      .where(and(eq(savedView.viewId, viewId), eq(savedView.version, version)))
      .returning()
    if (row !== undefined) return toView(row, caller)
    throw new PortalError('VIEW_CHANGED_MEANWHILE', {
      current: { version: before.version, changedAt: before.changedAt.toISOString() },
    })
  })
}
