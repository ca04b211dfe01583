import { type Cause, causeOf } from '../../cause.ts'
import type { DraftRule, DraftView } from '../../draft-view.ts'
import { withoutEndSlashes } from '../../platform-of.ts'

/** What is known of the tenant: its policy over issuers, and the IDs of its identities. */
export const tenantRule: DraftRule = (draft) => [...policyOfTenant(draft), ...otherId(draft)]

function policyOfTenant({ tenantPolicy, rightIssuer }: DraftView): Cause[] {
  if (tenantPolicy === null) return []
  if (withoutEndSlashes(tenantPolicy.issuer) !== withoutEndSlashes(rightIssuer)) return []
  const { requiredClaim, values } = tenantPolicy
  return [
    causeOf('claim-required', {
      severity: 'warn',
      certainty: 'likely',
      text: `Entra refuses tokens without the claim ${requiredClaim}: a policy of the tenant wants it to be ${values.join(' or ')}. No change of the trust helps.`,
      evidence: `Policy for ${tenantPolicy.issuer}: ${requiredClaim} is ${values.join(' or ')}`,
      fix: `Run the workload where its tokens carry ${requiredClaim} with one of these values, or use another tenant.`,
    }),
  ]
}

/** The subject of a managed identity is its object (principal) ID, not its client ID. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity */
function otherId({ issuerPlatform, subject, knownIdentities, otherParents, facts }: DraftView): Cause[] {
  if (issuerPlatform !== 'entra' || subject === '') return []
  const known = [...knownIdentities, ...otherParents, ...(facts.entra === undefined ? [] : [facts.entra])]
  const same = (id: string | undefined) => id?.toLowerCase() === subject.toLowerCase()
  const taken = known.find(({ clientId, principalId }) => same(clientId) && !same(principalId))
  if (taken === undefined) return []
  const wanted = taken.principalId
  return [
    causeOf('client-id-kind', {
      severity: 'block',
      certainty: 'certain',
      field: 'subject',
      text: 'No token would match: the subject is the client ID of a managed identity, and its tokens carry the object (principal) ID.',
      evidence: `Client ID: ${subject}${wanted === undefined ? '' : ` — principal ID: ${wanted}`}`,
      fix: wanted === undefined ? 'Write its object (principal) ID.' : `Write ${wanted}`,
      ...(wanted === undefined ? {} : { action: { kind: 'set', field: 'subject', value: wanted } as const }),
    }),
  ]
}
