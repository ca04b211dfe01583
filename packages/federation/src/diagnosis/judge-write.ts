import type { Cause, Diagnosis } from './cause.ts'
import { checkTrust } from './check-trust.ts'
import { viewOf } from './draft-view.ts'
import { diagnosisOf } from './order.ts'
import { access } from './rules/write/access.ts'
import { conflicts } from './rules/write/conflicts.ts'
import { parentState } from './rules/write/parent-state.ts'
import { permission } from './rules/write/permission.ts'
import { planRule } from './rules/write/plan.ts'
import { policy } from './rules/write/policy.ts'
import { region } from './rules/write/region.ts'
import { upstream } from './rules/write/upstream.ts'
import type { DiagnosedParentKind, DiagnosedTrust } from './trust.ts'
import type { WriteContext, WriteRule } from './write-view.ts'

export interface PlannedWrite {
  /** `create`, `update` or `delete`. */
  readonly operation: string
  readonly parentKind: DiagnosedParentKind
  readonly draft: DiagnosedTrust
  readonly context?: WriteContext
}

const rules: readonly WriteRule[] = [region, permission, policy, parentState, conflicts, planRule, access]

/**
 * What stands in the way of a write, before it is sent or from Azure’s answer to it (`context.upstream`): rights, region,
 * limits, duplicates, policies, locks, other writers, and the access that follows. Never throws.
 */
export function judgeWrite({ operation, parentKind, draft, context = {} }: PlannedWrite): Diagnosis {
  const known = { ...context, parentKind, operation }
  const write = { operation, parentKind, draft: viewOf(draft, known), context }
  const ofDraft = operation === 'delete' ? [] : checkTrust(draft, known).causes.filter(hindersWrite)
  const before = [...ofDraft, ...rules.flatMap((rule) => rule(write))]
  return diagnosisOf(confirmed(before, upstream(write)))
}

/** The draft’s other mistakes are stored without a word; `checkTrust` tells them. */
function hindersWrite({ family, code }: Cause): boolean {
  return family === 'write_failure' || family === 'tenant_policy' || code === 'claims-elsewhere'
}

/** Where Azure’s answer says what was seen before, that is said once, and as certain. */
function confirmed(before: readonly Cause[], answer: Cause | null): readonly Cause[] {
  if (answer === null) return before
  const known = before.filter(({ code }) => code === answer.code)
  if (known.length === 0) return [answer, ...before]
  return before.map((cause) =>
    cause.code === answer.code
      ? {
          ...cause,
          severity: 'block',
          certainty: 'certain',
          evidence: `${cause.evidence} Azure’s answer: ${answer.evidence}`,
        }
      : cause,
  )
}
