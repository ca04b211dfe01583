import { guardrailProblem } from '../../domain/guardrails.ts'
import type { Approval } from '../../domain/approval.ts'
import { toStorable } from '../../domain/credential-values.ts'
import { noteDone } from '../../domain/unrecorded.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { changeRequest } from './change-request.ts'
import type { RequestDeps } from './request-deps.ts'
import type { RequestRow } from './to-request.ts'

export interface Carried {
  readonly exceptPolicies: readonly string[]
  /** A portal died over an earlier approval: what it was about may be stored. */
  readonly isLeft: boolean
}

/** Does what was asked for as the approver. A set-up goes on in the background: the request is then still being approved. */
export async function carryOut(
  deps: RequestDeps,
  caller: Caller,
  row: RequestRow,
  { exceptPolicies, isLeft }: Carried,
): Promise<RequestRow> {
  const { requestId, requester: username, requesterObjectId: objectId } = row
  const approval = { requestId, requestedBy: { objectId, username }, exceptPolicies }
  if (row.asked.kind === 'set-up') {
    await beginSetUp(deps, caller, row, approval)
    return row
  }
  const { parent } = row.asked
  if (!(isLeft && (await isStored(deps, caller, row)))) await store(deps, caller, row, approval)
  const trustName = row.asked.kind === 'create' ? row.asked.trust.name : row.asked.trustName
  return await noteDone(() =>
    changeRequest(deps.db, row, {
      state: 'approved',
      decidedAt: new Date(deps.clock.now()),
      made: [{ parent, trustName }],
    }),
  )
}

/** Its name and values are the key of a trust: one that is there with both is what was asked for. */
async function store(deps: RequestDeps, caller: Caller, row: RequestRow, approval: Approval): Promise<void> {
  const { asked } = row
  if (asked.kind === 'set-up') return
  try {
    if (asked.kind === 'create') await deps.trusts.create(caller, asked.parent, asked.trust, approval)
    else await deps.trusts.change(caller, asked, asked.change, approval)
  } catch (error) {
    const isOther = error instanceof PortalError && otherwise.has(error.code)
    if (!isOther || !(await isStored(deps, caller, row))) throw error
  }
}

const otherwise: ReadonlySet<string> = new Set(['TRUST_NAME_TAKEN', 'TRUST_CHANGED_MEANWHILE'])

async function isStored(
  { trusts }: Pick<RequestDeps, 'trusts'>,
  caller: Caller,
  { asked }: RequestRow,
): Promise<boolean> {
  if (asked.kind === 'set-up') return false
  if (asked.kind === 'change')
    return await trusts.isStored(caller, asked.parent, asked.trustName, toStorable(asked.change))
  const { name, ...values } = asked.trust
  return await trusts.isStored(caller, asked.parent, name, toStorable(values))
}

/** Judged as a whole before it begins, so that no rule stops it in the middle. */
async function beginSetUp(
  { guardrails, setUps }: RequestDeps,
  caller: Caller,
  { asked, runId }: RequestRow,
  approval: Approval,
): Promise<void> {
  if (asked.kind !== 'set-up' || runId === null) return
  const guard = await guardrails.guard(caller, approval.exceptPolicies)
  const problem = guardrailProblem(await setUps.refusals(caller, asked.items, guard))
  if (problem !== null) throw problem
  await setUps.begin(caller, { runId, items: asked.items, approval })
}
