import { decodeToken } from '@trustwright/federation'
import type { IdentityPath, Proof } from '@trustwright/shared-schemas'
import { finishAudit, outcomeOf, tracesOf } from '../../domain/audited-write.ts'
import { trustId } from '../../domain/resource-ids.ts'
import { noteDone } from '../../domain/unrecorded.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { matchTrust } from './match-trust.ts'
import { rememberProof } from './remember-proof.ts'
import { toRefusedProof } from './refused-proof.ts'
import type { ProofDeps } from './proof-deps.ts'

/**
 * Runs the workload's own exchange with Entra, for a caller who may read the trust. The claims only serve to say which
 * trust matched; whether the token is good is Entra's to decide.
 */
export async function proveTrust(
  deps: ProofDeps,
  caller: Caller,
  path: IdentityPath,
  name: string,
  token: string,
): Promise<Proof> {
  const { arm, audit } = deps
  const [credential, identity] = await Promise.all([
    arm.readCredential(caller, path, name),
    arm.readIdentity(caller, path),
  ])
  const decoded = decodeToken(token)
  if ('problem' in decoded) {
    throw new PortalError('INPUT_REFUSED', { fields: [{ path: 'token', message: decoded.problem }] })
  }
  const activityId = await audit.begin({ caller, operation: 'trust.prove', target: trustId(path, name) })
  try {
    const answer = await deps.exchange.exchange({ clientId: identity.clientId, assertion: token })
    const at = new Date(deps.clock.now())
    if (!answer.accepted) {
      await finishAudit(audit, activityId, { outcome: 'refused', upstreamRequestId: answer.traceId })
      return toRefusedProof(answer, at)
    }
    const match = await matchTrust(decoded.claims, credential, () => arm.listCredentials(caller, path))
    if (match.provesThisTrust) {
      await noteDone(() => rememberProof(deps.db, credential, at, caller.username))
    }
    await finishAudit(audit, activityId, { outcome: 'succeeded', after: { ...match } })
    const { identityName, clientId, principalId, tenantId } = identity
    return {
      outcome: 'accepted',
      at: at.toISOString(),
      ...match,
      became: { identityName, clientId, principalId, tenantId },
      accessEndsAt: answer.accessEndsAt.toISOString(),
    }
  } catch (error) {
    await finishAudit(audit, activityId, { outcome: outcomeOf(error), ...tracesOf(error) })
    throw error
  }
}
