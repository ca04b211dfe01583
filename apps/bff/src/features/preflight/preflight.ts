import type { Preflight, PreflightRequest } from '@trustwright/shared-schemas'
import { toDiagnosed } from '../../domain/to-diagnosed.ts'
import type { Caller } from '../../ports.ts'
import { gatherFacts } from './gather-facts.ts'
import { judgeDraft } from './judge-draft.ts'
import { ownRules } from './own-rules.ts'
import type { PreflightDeps } from './preflight-deps.ts'

/**
 * What stands in the way of a write, from everything that can be read beforehand. Azure still decides: deny assignments
 * and the organisation's own policies are not seen here.
 */
export async function preflight(
  deps: PreflightDeps,
  caller: Caller,
  { operation, parent, draft }: PreflightRequest,
): Promise<Preflight> {
  const [{ contextOf, told }, refusalsOf] = await Promise.all([
    gatherFacts(deps, caller, parent, operation === 'delete' ? [] : [draft]),
    ownRules(deps, caller, parent),
  ])
  const causes = judgeDraft(operation, parent.kind, toDiagnosed(draft), contextOf(draft))
  // A deletion is never refused.
  return { causes, guardrails: operation === 'delete' ? [] : refusalsOf(draft), ...told }
}
