import { randomUUID } from 'node:crypto'
import type { RequestApproval, TrustRequest } from '@trustwright/shared-schemas'
import { auditedWrite } from '../../domain/audited-write.ts'
import { Unrecorded } from '../../domain/unrecorded.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { carryOut, type Carried } from './carry-out.ts'
import { changeRequest, demandOpen } from './change-request.ts'
import { findRequest } from './find-request.ts'
import type { RequestDeps } from './request-deps.ts'
import { toRequest, type RequestRow } from './to-request.ts'
import { targetOf } from './wish-words.ts'

/**
 * Does what was asked for with the approver's own rights. Who comes second is told REQUEST_NOT_OPEN before anything goes to
 * Azure. What fails leaves the request open, with the reason, and is thrown as the creation threw it.
 */
export async function approveRequest(
  deps: RequestDeps,
  caller: Caller,
  requestId: string,
  { version, exceptPolicies }: RequestApproval,
): Promise<TrustRequest> {
  const { audit, clock, db } = deps
  const row = await findRequest(deps, caller, requestId)
  const told = { requestId, requestedBy: row.requester, exceptPolicies }
  const approved = await auditedWrite(
    audit,
    { caller, operation: 'request.approve', target: targetOf(row.asked), after: told },
    async () => {
      demandOpen(row, version, clock.now())
      const claimed = await changeRequest(db, row, {
        state: 'approving',
        deciderObjectId: caller.objectId,
        decider: caller.username,
        decidedAt: new Date(clock.now()),
        problem: null,
        ...(row.asked.kind === 'set-up' && { runId: randomUUID() }),
      })
      const isLeft = row.state === 'approving'
      return {
        value: await carryOutOrReopen(deps, caller, claimed, { exceptPolicies, isLeft }),
        upstreamRequestId: null,
      }
    },
    () => told,
  )
  return toRequest(approved)
}

/** What fails leaves the request open, with the reason. */
async function carryOutOrReopen(
  deps: RequestDeps,
  caller: Caller,
  row: RequestRow,
  carried: Carried,
): Promise<RequestRow> {
  try {
    return await carryOut(deps, caller, row, carried)
  } catch (error) {
    // It is done, and only the portal's note of it is missing: the approval is taken up again later.
    if (error instanceof PortalError && isDone(error.cause)) throw error
    const at = new Date(deps.clock.now()).toISOString()
    await reopen(deps.db, row, { error, at, by: caller.username })
    throw error
  }
}

const isDone = (cause: unknown) => cause instanceof Unrecorded && cause.outcome === 'succeeded'

async function reopen(
  db: RequestDeps['db'],
  row: RequestRow,
  { error, at, by }: { readonly error: unknown; readonly at: string; readonly by: string },
): Promise<void> {
  const { code, detail } = error instanceof PortalError ? error : new PortalError('INTERNAL')
  await changeRequest(db, row, {
    state: 'open',
    deciderObjectId: null,
    decider: null,
    decidedAt: null,
    problem: { code, detail, at, by },
  })
}
