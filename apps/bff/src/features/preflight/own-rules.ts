import type { CheckedDraft, GuardrailRefusal, TrustParent } from '@trustwright/shared-schemas'
import type { Caller } from '../../ports.ts'
import type { PreflightDeps } from './preflight-deps.ts'

/** What the portal's own rules refuse of a draft. What is left out of it is judged as empty. */
export async function ownRules(
  { guardrails }: Pick<PreflightDeps, 'guardrails'>,
  caller: Caller,
  parent: TrustParent,
): Promise<(draft: CheckedDraft) => GuardrailRefusal[]> {
  const guard = await guardrails.guard(caller)
  return ({ name = '', issuer = '', subject = null, expression = null }) => [
    ...guard.trust(parent, { name, issuer, subject, expression }),
  ]
}
