import { randomUUID } from 'node:crypto'
import type { NewTrustRequest, TrustRequest } from '@trustwright/shared-schemas'
import { and, count, eq, inArray, sql } from 'drizzle-orm'
import { inTransaction } from '../../db/in-transaction.ts'
import { trustRequest } from '../../db/schema-policies.ts'
import { auditedWrite } from '../../domain/audited-write.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { RequestDeps } from './request-deps.ts'
import { checkedWish, refusalsOf } from './judge-wish.ts'
import { toRequest, type RequestRow } from './to-request.ts'
import { targetOf, valuesOfWish } from './wish-words.ts'

const mostOpen = 50

/** Keeps what was asked for, with the rules that refuse it to the person now. Throws REQUEST_LIMIT_REACHED, and what `checkedWish` throws. */
export async function createRequest(
  deps: RequestDeps,
  caller: Caller,
  { asked: wish, why }: NewTrustRequest,
): Promise<TrustRequest> {
  const asked = await checkedWish(deps, caller, wish)
  const guardrails = await refusalsOf(deps, caller, asked, await deps.guardrails.guard(caller))
  const row: RequestRow = {
    requestId: randomUUID(),
    tenantId: caller.tenantId,
    state: 'open',
    version: 1,
    requesterObjectId: caller.objectId,
    requester: caller.username,
    requestedAt: new Date(deps.clock.now()),
    asked,
    why,
    guardrails,
    deciderObjectId: null,
    decider: null,
    decidedAt: null,
    answer: null,
    problem: null,
    runId: null,
    made: [],
  }
  const rules = guardrails.map(({ policyId }) => policyId)
  const told = { requestId: row.requestId, ...valuesOfWish(asked), why, rules }
  await auditedWrite(
    deps.audit,
    { caller, operation: 'request.create', target: targetOf(asked), after: told },
    async () => ({ value: await insert(deps, row), upstreamRequestId: null }),
    () => told,
  )
  return toRequest(row)
}

async function insert({ db }: Pick<RequestDeps, 'db'>, row: RequestRow): Promise<void> {
  const { tenantId, requesterObjectId } = row
  await inTransaction(db, async (tx) => {
    // One at a time for each person, so that none comes in beside the count.
    const owner = `requests ${tenantId} ${requesterObjectId}`
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${owner}, 0))`)
    const [open] = await tx
      .select({ count: count() })
      .from(trustRequest)
      .where(
        and(
          eq(trustRequest.tenantId, tenantId),
          eq(trustRequest.requesterObjectId, requesterObjectId),
          inArray(trustRequest.state, ['open', 'approving']),
        ),
      )
    if ((open?.count ?? 0) >= mostOpen) throw new PortalError('REQUEST_LIMIT_REACHED')
    await tx.insert(trustRequest).values(row)
  })
}
