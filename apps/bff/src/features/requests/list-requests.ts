import type { TrustRequest } from '@trustwright/shared-schemas'
import { and, count, desc, eq, inArray, notInArray, sql, type SQL } from 'drizzle-orm'
import * as z from 'zod'
import { trustRequest } from '../../db/schema-policies.ts'
import { demandAdministrator } from '../../domain/administrators.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { RecordDeps } from './request-deps.ts'
import { settleAll } from './settle-request.ts'
import { toRequest, type RequestRow } from './to-request.ts'

export interface RequestQuery {
  readonly of: 'mine' | 'all'
  readonly state: 'open' | 'decided' | 'any'
  readonly before?: string | undefined
  readonly limit: number
}

export interface RequestPage {
  readonly requests: TrustRequest[]
  readonly open: number
  readonly nextBefore: string | null
}

/** Newest first. Throws ADMINISTRATOR_REQUIRED where those of everybody are asked for by somebody else. */
export async function listRequests(
  deps: Pick<RecordDeps, 'clock' | 'db' | 'setUps'>,
  caller: Caller,
  { of, state, before, limit }: RequestQuery,
): Promise<RequestPage> {
  if (of === 'all') demandAdministrator(caller)
  const { db } = deps
  await settleAll(deps, caller)
  const seen = of === 'all' ? ofTenant(caller) : and(ofTenant(caller), ofPerson(caller))
  const older = before === undefined ? undefined : olderThan(before)
  const rows = await db
    .select()
    .from(trustRequest)
    .where(and(seen, older, inState(state)))
    .orderBy(desc(trustRequest.requestedAt), desc(trustRequest.requestId))
    .limit(limit + 1)
  const visible = caller.isAdmin === true ? ofTenant(caller) : and(ofTenant(caller), ofPerson(caller))
  const [open] = await db
    .select({ count: count() })
    .from(trustRequest)
    .where(and(visible, inState('open')))
  const page = rows.slice(0, limit)
  return {
    requests: page.map(toRequest),
    open: open?.count ?? 0,
    nextBefore: rows.length > limit ? cursorOf(page.at(-1)) : null,
  }
}

function cursorOf(last: RequestRow | undefined): string | null {
  return last === undefined ? null : `${last.requestedAt.toISOString()} ${last.requestId}`
}

/** Two that came at the same moment are told apart by their IDs. */
function olderThan(cursor: string): SQL {
  const [at = '', id = ''] = cursor.split(' ')
  if (!Cursor.safeParse({ at, id }).success) {
    throw new PortalError('INPUT_REFUSED', {
      fields: [{ path: 'before', message: 'Use the nextBefore of an earlier answer.' }],
    })
  }
  const { requestId, requestedAt } = trustRequest
  return sql`(${requestedAt}, ${requestId}) < (${at}::timestamptz, ${id}::uuid)`
}

const Cursor = z.object({ at: z.iso.datetime(), id: z.uuid() })

const ofTenant = ({ tenantId }: Caller): SQL => eq(trustRequest.tenantId, tenantId)
const ofPerson = ({ objectId }: Caller): SQL => eq(trustRequest.requesterObjectId, objectId)

function inState(state: RequestQuery['state']): SQL | undefined {
  if (state === 'any') return undefined
  const open: RequestRow['state'][] = ['open', 'approving']
  return state === 'open' ? inArray(trustRequest.state, open) : notInArray(trustRequest.state, open)
}
