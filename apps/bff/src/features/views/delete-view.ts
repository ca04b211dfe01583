import { eq } from 'drizzle-orm'
import { savedView } from '../../db/schema-views.ts'
import type { Caller } from '../../ports.ts'
import { demandMayChange, findView } from './find-view.ts'
import type { ViewDeps } from './view-deps.ts'

/** Throws VIEW_NOT_FOUND, ADMINISTRATOR_REQUIRED for a shared one. */
export async function deleteView(
  { db }: Pick<ViewDeps, 'db'>,
  caller: Caller,
  viewId: string,
): Promise<{ viewId: string }> {
  const view = await findView(db, caller, viewId)
  demandMayChange(caller, view.shared)
  await db.delete(savedView).where(eq(savedView.viewId, viewId))
  return { viewId }
}
