import { type Cause, causeOf } from '../../cause.ts'
import { pairOf } from '../../claims/pair.ts'
import type { Presented } from '../../claims/presented.ts'
import type { TokenContext } from '../../claims/token-context.ts'
import type { DiagnosedTrust, OtherParent } from '../../trust.ts'

/** Another identity of the tenant whose trust fits what was presented; at least the subject has to be known. */
export function fittingParent(presented: Presented, context: TokenContext): OtherParent | null {
  if (presented.subject === undefined || presented.subject === '') return null
  const parents = context.otherParents ?? []
  // Among the trusts of a whole tenant, hardly any has the subject: the others need no look at every letter.
  const fits = (trust: DiagnosedTrust) =>
    hasSubject(trust, presented.subject) && pairOf(trust, presented, context).matches
  return parents.find(({ trusts }) => trusts.some(fits)) ?? null
}

/** A matching expression may fit any subject. */
function hasSubject({ subject }: DiagnosedTrust, presented: string | undefined): boolean {
  return (subject ?? '') === '' || subject === presented
}

/** The trust exists, and the workload signs in as somebody else. */
export function otherIdentityCause(parent: OtherParent, { clientId }: TokenContext, isSure: boolean): Cause {
  const name = parent.name ?? parent.clientId ?? 'another identity'
  const used = clientId === undefined ? '' : `; the workload uses the client ID ${clientId}`
  return causeOf('trust-on-other-identity', {
    severity: isSure ? 'block' : 'warn',
    certainty: isSure ? 'certain' : 'possible',
    text: `The trust that matches is on another identity, ${name}, and not on the one that the workload signs in with.`,
    evidence: `${name}${parent.clientId === undefined ? '' : ` has the client ID ${parent.clientId}`}${used}`,
    fix: `Set the client ID of ${name}${parent.clientId === undefined ? '' : `, ${parent.clientId},`} in the workload, or create the same trust on the identity that it uses.`,
  })
}

/** The workload was told another client ID than that of the identity whose trusts are compared. */
export function otherClientCauses({ clientId, parent }: TokenContext): readonly Cause[] {
  if (clientId === undefined || parent?.clientId === undefined) return []
  if (clientId.toLowerCase() === parent.clientId.toLowerCase()) return []
  return [
    causeOf('other-client', {
      severity: 'block',
      certainty: 'certain',
      text: `The trusts of ${parent.name ?? 'this identity'} do not matter: the workload signs in with the client ID of another one.`,
      evidence: `Workload: ${clientId} · ${parent.name ?? 'identity'}: ${parent.clientId}`,
      fix: `Set the client ID ${parent.clientId} in the workload, or compare with the trusts of ${clientId}.`,
    }),
  ]
}
