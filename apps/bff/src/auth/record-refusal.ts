import type { SignInProblem } from '@trustwright/shared-schemas'
import type { FastifyBaseLogger } from 'fastify'
import type { SignInParts } from './sign-in-parts.ts'

/** Puts a refused sign-in into the audit trail. Who it was is not known, so nobody is named. */
export async function recordRefusal(
  { audit, tenantId }: SignInParts,
  reason: SignInProblem,
  logger: FastifyBaseLogger,
): Promise<void> {
  try {
    await audit.record({
      caller: { sessionId: '', tenantId, objectId: '', username: '' },
      operation: 'session.sign-in',
      target: `/tenants/${tenantId}`,
      outcome: reason === 'portal-fault' || reason === 'entra-unreachable' ? 'failed' : 'refused',
      after: { reason },
    })
  } catch (error) {
    // Nobody was let in, and the person still needs the page that says why.
    logger.error({ err: error, reason }, 'a refused sign-in could not be recorded')
  }
}
