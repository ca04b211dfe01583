import type { SavedViews } from '@trustwright/shared-schemas'
import { and, asc, eq, sql } from 'drizzle-orm'
import { defaultView, savedView } from '../../db/schema-views.ts'
import type { Caller } from '../../ports.ts'
import { visibleTo } from './find-view.ts'
import { toView } from './to-view.ts'
import type { ViewDeps } from './view-deps.ts'

/** By name. A default that is no longer shared is none. */
export async function listViews({ db }: Pick<ViewDeps, 'db'>, caller: Caller): Promise<SavedViews> {
  const [rows, [chosen]] = await Promise.all([
    db
      .select()
      .from(savedView)
      .where(visibleTo(caller))
      .orderBy(asc(sql`lower(${savedView.name})`), asc(savedView.viewId)),
    db
      .select({ viewId: defaultView.viewId })
      .from(defaultView)
      .where(and(eq(defaultView.tenantId, caller.tenantId), eq(defaultView.objectId, caller.objectId))),
  ])
  const isVisible = rows.some(({ viewId }) => viewId === chosen?.viewId)
  return {
    views: rows.map((row) => toView(row, caller)),
    defaultViewId: isVisible ? (chosen?.viewId ?? null) : null,
  }
}
