import { decodeToken } from '@trustwright/federation'
import type { Proof } from '@trustwright/shared-schemas'
import { finishAudit, outcomeOf, tracesOf } from '../../domain/audited-write.ts'
import type { CredentialHolder } from '../../domain/credential-holder.ts'
import { fingerprintOf } from '../../domain/fingerprint.ts'
import { rememberProof } from '../../domain/remember-proof.ts'
import { noteDone } from '../../domain/unrecorded.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { matchTrust } from './match-trust.ts'
import { toRefusedProof } from './refused-proof.ts'
import type { ProofDeps } from './proof-deps.ts'

/**
 * Runs the workload's own exchange with Entra, for a caller who may read the trust. The claims only serve to say which
 * trust matched; whether the token is good is Entra's to decide.
 */
export async function proveTrust(
  deps: ProofDeps,
  caller: Caller,
  holder: CredentialHolder,
  asked: string,
  token: string,
): Promise<Proof> {
  const { audit } = deps
  const [credential, became] = await Promise.all([holder.read(caller, asked), holder.readIdentity(caller)])
  const decoded = decodeToken(token)
  if ('problem' in decoded) {
    throw new PortalError('INPUT_REFUSED', { fields: [{ path: 'token', message: decoded.problem }] })
  }
  const target = holder.trustId(credential.name)
  const activityId = await audit.begin({ caller, operation: 'trust.prove', target })
  try {
    const answer = await deps.exchange.exchange({ clientId: became.clientId, assertion: token })
    const at = new Date(deps.clock.now())
    if (!answer.accepted) {
      await finishAudit(audit, activityId, { outcome: 'refused', upstreamRequestId: answer.traceId })
      return toRefusedProof(answer, at)
    }
    const match = await matchTrust(decoded.claims, credential, () => holder.list(caller))
    if (match.provesThisTrust) {
      const proof = {
        trustId: credential.id,
        fingerprint: fingerprintOf(credential),
        at,
        by: caller.username,
      }
      await noteDone(() => rememberProof(deps.db, { ...proof, means: 'exchange' }))
    }
    await finishAudit(audit, activityId, { outcome: 'succeeded', after: { ...match } })
    return {
      outcome: 'accepted',
      at: at.toISOString(),
      ...match,
      became: { ...became },
      accessEndsAt: answer.accessEndsAt.toISOString(),
    }
  } catch (error) {
    await finishAudit(audit, activityId, { outcome: outcomeOf(error), ...tracesOf(error) })
    throw error
  }
}
