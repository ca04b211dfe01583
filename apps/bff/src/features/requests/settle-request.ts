import type { Caller } from '../../ports.ts'
import { and, eq, isNotNull } from 'drizzle-orm'
import { trustRequest } from '../../db/schema-policies.ts'
import { PortalError } from '../../errors.ts'
import { changeRequest } from './change-request.ts'
import type { RecordDeps } from './request-deps.ts'
import type { RequestRow } from './to-request.ts'

type Deps = Pick<RecordDeps, 'clock' | 'db' | 'setUps'>

/**
 * What became of the run that an approval began: a request is approved once everything in it is made, and open again where
 * something is left. Whoever looks at it writes that down.
 */
export async function settleRequest({ clock, db, setUps }: Deps, row: RequestRow): Promise<RequestRow> {
  if (row.state !== 'approving' || row.runId === null) return row
  const end = await setUps.endOf(row.runId)
  if (end === null || end.state === 'running') return row
  const at = new Date(clock.now())
  const made = [...end.made]
  const change =
    end.state === 'made'
      ? ({ state: 'approved', decidedAt: at, made, problem: null } as const)
      : ({
          state: 'open',
          deciderObjectId: null,
          decider: null,
          decidedAt: null,
          made,
          problem: { code: end.code, detail: end.detail, at: at.toISOString(), by: row.decider ?? '' },
        } as const)
  try {
    return await changeRequest(db, row, change)
  } catch (error) {
    if (!(error instanceof PortalError) || error.code !== 'REQUEST_NOT_OPEN') throw error
    // Somebody who looked at the same moment wrote it down.
    const [now] = await db.select().from(trustRequest).where(eq(trustRequest.requestId, row.requestId))
    return now ?? row
  }
}

/** Those of a tenant that are being made. */
export async function settleAll(deps: Deps, { tenantId }: Caller): Promise<void> {
  const rows = await deps.db
    .select()
    .from(trustRequest)
    .where(
      and(
        eq(trustRequest.tenantId, tenantId),
        eq(trustRequest.state, 'approving'),
        isNotNull(trustRequest.runId),
      ),
    )
  for (const row of rows) await settleRequest(deps, row)
}
