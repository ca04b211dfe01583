import { and, eq } from 'drizzle-orm'
import { defaultView } from '../../db/schema-views.ts'
import type { Caller } from '../../ports.ts'
import { findView } from './find-view.ts'
import type { ViewDeps } from './view-deps.ts'

/** Throws VIEW_NOT_FOUND. */
export async function chooseDefaultView(
  { db }: Pick<ViewDeps, 'db'>,
  caller: Caller,
  viewId: string | null,
): Promise<{ defaultViewId: string | null }> {
  const { tenantId, objectId } = caller
  if (viewId === null) {
    await db
      .delete(defaultView)
      .where(and(eq(defaultView.tenantId, tenantId), eq(defaultView.objectId, objectId)))
    return { defaultViewId: null }
  }
  await findView(db, caller, viewId)
  await db
    .insert(defaultView)
    .values({ tenantId, objectId, viewId })
    .onConflictDoUpdate({ target: [defaultView.tenantId, defaultView.objectId], set: { viewId } })
  return { defaultViewId: viewId }
}
