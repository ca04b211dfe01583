import type { FindingRuleId } from './rule-ids.ts'

/** Page of the portal that tells how a rule judges. */
export function rulePath(id: FindingRuleId): string {
  return `/findings/rules/${id}`
}
