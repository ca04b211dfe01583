import { and, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { trustRequest } from '../../db/schema-policies.ts'
import { PortalError } from '../../errors.ts'
import type { RequestRow } from './to-request.ts'

type Change = Partial<Omit<RequestRow, 'requestId' | 'tenantId' | 'version'>>

/**
 * Changes a request that is still as it was seen, in state and version: of two people at once one gets through, and the
 * other is told REQUEST_NOT_OPEN.
 */
export async function changeRequest(
  db: Pick<Database, 'update'>,
  seen: Pick<RequestRow, 'requestId' | 'state' | 'version'>,
  change: Change,
): Promise<RequestRow> {
  const [row] = await db
    .update(trustRequest)
    .set({ ...change, version: seen.version + 1 })
    .where(
      and(
        eq(trustRequest.requestId, seen.requestId),
        eq(trustRequest.state, seen.state),
        eq(trustRequest.version, seen.version),
      ),
    )
    .returning()
  if (row === undefined) throw new PortalError('REQUEST_NOT_OPEN')
  return row
}

/** An approval that a dead portal left behind counts as open after this. */
const staleMs = 2 * 60_000

/** Throws REQUEST_NOT_OPEN where it is decided, or is not the version that the person saw. */
export function demandOpen(row: RequestRow, version: number, now: number): void {
  const isStale = row.state === 'approving' && now - (row.decidedAt?.getTime() ?? now) > staleMs
  if ((row.state === 'open' || isStale) && row.version === version) return
  const { decider, state } = row
  throw new PortalError('REQUEST_NOT_OPEN', {
    ...(state !== 'open' && {
      detail: `${told[state]}${decider === null ? '' : ` by ${decider}`}, so nothing was done.`,
    }),
  })
}

const told = {
  approving: 'This request is being approved',
  approved: 'This request was approved',
  declined: 'This request was declined',
  withdrawn: 'This request was withdrawn',
} as const
