import { and, eq } from 'drizzle-orm'
import { trustRequest } from '../../db/schema-policies.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { RecordDeps } from './request-deps.ts'
import { settleRequest } from './settle-request.ts'
import type { RequestRow } from './to-request.ts'

/** One request of the caller, or any of the tenant for an administrator. Throws REQUEST_NOT_FOUND. */
export async function findRequest(
  deps: Pick<RecordDeps, 'clock' | 'db' | 'setUps'>,
  { tenantId, objectId, isAdmin }: Caller,
  requestId: string,
): Promise<RequestRow> {
  const [row] = await deps.db
    .select()
    .from(trustRequest)
    .where(and(eq(trustRequest.tenantId, tenantId), eq(trustRequest.requestId, requestId)))
  if (row === undefined || (isAdmin !== true && row.requesterObjectId !== objectId)) {
    throw new PortalError('REQUEST_NOT_FOUND')
  }
  return await settleRequest(deps, row)
}
