import { type Cause, causeOf } from '../../../cause.ts'
import type { Presented } from '../../../claims/presented.ts'
import type { TokenContext } from '../../../claims/token-context.ts'
import { withoutEndSlashes } from '../../../platform-of.ts'
import { textAt } from '../../../../paste/values.ts'

/** A policy of the tenant wants a claim that only some workloads carry (AADSTS7002381). */
export function tenantPolicyCauses(
  { issuer, claims, source }: Presented,
  { tenantPolicy }: TokenContext,
): readonly Cause[] {
  if (tenantPolicy === undefined || issuer === undefined || source === 'log') return []
  if (withoutEndSlashes(tenantPolicy.issuer) !== withoutEndSlashes(issuer)) return []
  const { requiredClaim, values } = tenantPolicy
  const value = textAt(claims, requiredClaim)
  if (value !== undefined && values.includes(value)) return []
  return [
    causeOf('claim-required', {
      severity: 'block',
      certainty: 'certain',
      text: `A policy of the tenant refuses the token: it wants the ${requiredClaim} claim, which the platform sets and no workflow can. Changing the trust does not help.`,
      evidence: `${requiredClaim}: ${value ?? 'none'}; wanted: ${values.slice(0, 10).join(', ')}`,
      fix: `Host the repository in an accepted ${requiredClaim}, or use an identity of another tenant.`,
    }),
  ]
}
