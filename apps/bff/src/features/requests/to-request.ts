import type { TrustRequest } from '@trustwright/shared-schemas'
import type { trustRequest } from '../../db/schema-policies.ts'

export type RequestRow = typeof trustRequest.$inferSelect

export function toRequest(row: RequestRow): TrustRequest {
  const { requestId, state, version, asked, why, runId, guardrails, answer, problem } = row
  return {
    requestId,
    state,
    version,
    requestedBy: { objectId: row.requesterObjectId, username: row.requester },
    requestedAt: row.requestedAt.toISOString(),
    asked,
    why,
    guardrails: [...guardrails],
    decidedBy:
      row.deciderObjectId === null ? null : { objectId: row.deciderObjectId, username: row.decider ?? '' },
    decidedAt: row.decidedAt?.toISOString() ?? null,
    answer,
    problem: problem ?? null,
    runId,
    made: [...row.made],
  }
}
