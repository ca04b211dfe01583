import { and, eq, or, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { savedView } from '../../db/schema-views.ts'
import { demandAdministrator } from '../../domain/administrators.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'

/** The own ones and those that are shared in the tenant. */
export function visibleTo({ tenantId, objectId }: Caller): SQL | undefined {
  return and(eq(savedView.tenantId, tenantId), or(eq(savedView.ownerObjectId, objectId), savedView.shared))
}

/** Throws VIEW_NOT_FOUND. */
export async function findView(
  db: Pick<Database, 'select'>,
  caller: Caller,
  viewId: string,
): Promise<typeof savedView.$inferSelect> {
  const [row] = await db
    .select()
    .from(savedView)
    .where(and(visibleTo(caller), eq(savedView.viewId, viewId)))
  if (row === undefined) throw new PortalError('VIEW_NOT_FOUND')
  return row
}

/** Throws ADMINISTRATOR_REQUIRED: what everybody sees is the administrators' to change. */
export function demandMayChange(caller: Caller, ...shared: readonly boolean[]): void {
  if (shared.includes(true)) demandAdministrator(caller)
}
