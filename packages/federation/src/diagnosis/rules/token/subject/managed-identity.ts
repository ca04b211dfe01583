import { platformOfIssuer } from '../../../platform-of.ts'
import { pairCause, type PairRule } from '../../../claims/pair-cause.ts'

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The token of a managed identity carries its object ID as the subject, not its client ID.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 */
export const managedIdentity: PairRule = (pair) => {
  const { subject, trust, presented, context } = pair
  if (subject === null || !guid.test(subject.presented) || subject.kind !== 'other') return []
  if (platformOfIssuer(presented.issuer ?? trust.issuer ?? '') !== 'entra') return []
  const known = context.knownIdentities?.find(({ principalId }) => isSame(principalId, subject.presented))
  const clientIds = [known?.clientId, presented.claims['appid'], presented.claims['azp']]
  const isClientId = clientIds.some((id) => isSame(id, subject.stored))
  const named = known?.name === undefined ? '' : ` of ${known.name}`
  return [
    pairCause(pair, 'subject', 'client-id-kind', {
      certainty: isClientId ? 'certain' : 'likely',
      text: isClientId
        ? `No token matches: the trust has the client ID${named} as its subject, and tokens of a managed identity carry the object (principal) ID.`
        : `No token matches: the subject is the object (principal) ID${named} of the identity that presents the token, and the trust has another ID, such as its client ID.`,
      fix: 'Store the object (principal) ID of the managed identity as the subject.',
      action: 'set',
    }),
  ]
}

function isSame(a: unknown, b: string): boolean {
  return typeof a === 'string' && a.toLowerCase() === b.toLowerCase()
}
