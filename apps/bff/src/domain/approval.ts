import type { Audit } from '../ports.ts'
import type { Guardrails } from './guardrails.ts'

/** That somebody else asked for what the caller writes. */
export interface Approval {
  readonly requestId: string
  readonly requestedBy: { readonly objectId: string; readonly username: string }
  /** Ids of the portal's rules that the caller lets it pass. */
  readonly exceptPolicies: readonly string[]
}

interface Writing {
  readonly audit: Audit
  readonly guardrails: Guardrails
}

/** The same parts, by which every record of the audit trail names both people, and the excepted rules do not bind. */
export function underApproval<Parts extends Writing>(parts: Parts, approval: Approval): Parts {
  const { audit, guardrails } = parts
  return {
    ...parts,
    audit: {
      begin: (event) => audit.begin({ ...event, after: { ...event.after, ...approval } }),
      finish: (activityId, end) =>
        audit.finish(activityId, { ...end, ...(end.after && { after: { ...end.after, ...approval } }) }),
      record: (event) => audit.record({ ...event, after: { ...event.after, ...approval } }),
    },
    guardrails: {
      guard: (caller, except = []) => guardrails.guard(caller, [...except, ...approval.exceptPolicies]),
    },
  }
}
