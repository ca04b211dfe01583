import type { RequestDecline, TrustRequest } from '@trustwright/shared-schemas'
import { auditedWrite } from '../../domain/audited-write.ts'
import type { Caller } from '../../ports.ts'
import { changeRequest, demandOpen } from './change-request.ts'
import { findRequest } from './find-request.ts'
import type { RecordDeps } from './request-deps.ts'
import { toRequest } from './to-request.ts'
import { targetOf } from './wish-words.ts'

/** Throws REQUEST_NOT_FOUND, REQUEST_NOT_OPEN. */
export async function declineRequest(
  deps: RecordDeps,
  caller: Caller,
  requestId: string,
  { version, answer }: RequestDecline,
): Promise<TrustRequest> {
  const { audit, clock, db } = deps
  const row = await findRequest(deps, caller, requestId)
  const told = { requestId, requestedBy: row.requester, answer }
  const declined = await auditedWrite(
    audit,
    { caller, operation: 'request.decline', target: targetOf(row.asked), after: told },
    async () => {
      demandOpen(row, version, clock.now())
      const value = await changeRequest(db, row, {
        state: 'declined',
        deciderObjectId: caller.objectId,
        decider: caller.username,
        decidedAt: new Date(clock.now()),
        answer,
      })
      return { value, upstreamRequestId: null }
    },
    () => told,
  )
  return toRequest(declined)
}

/** Of the person's own request alone. Throws as `declineRequest` does. */
export async function withdrawRequest(
  deps: RecordDeps,
  caller: Caller,
  requestId: string,
  version: number,
): Promise<TrustRequest> {
  // An administrator declines the requests of others; withdrawing is for who asked.
  const { isAdmin: _isAdmin, ...person } = caller
  const { audit, clock, db } = deps
  const row = await findRequest(deps, person, requestId)
  const told = { requestId }
  const withdrawn = await auditedWrite(
    audit,
    { caller, operation: 'request.withdraw', target: targetOf(row.asked), after: told },
    async () => {
      demandOpen(row, version, clock.now())
      const change = { state: 'withdrawn', decidedAt: new Date(clock.now()) } as const
      return { value: await changeRequest(db, row, change), upstreamRequestId: null }
    },
    () => told,
  )
  return toRequest(withdrawn)
}
