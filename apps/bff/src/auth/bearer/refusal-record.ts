import type { FastifyBaseLogger } from 'fastify'
import { createHourlyAllowance } from '../../domain/hourly-allowance.ts'
import type { Audit, Clock } from '../../ports.ts'
import { bearerId } from '../../sessions/bearer-id.ts'
import type { TokenRefused } from './token-refused.ts'

/** The audit trail is for good, so whoever sends wrong tokens must not fill it. */
const mostAnHour = 100

export interface RefusalRecordParts {
  readonly audit: Audit
  readonly clock: Clock
  readonly logger: FastifyBaseLogger
}

/** Writes down why an access token was refused: each in the log, some in the audit trail. Whose it was is not known. */
export function createRefusalRecord(
  { audit, clock, logger }: RefusalRecordParts,
  tenantId: string,
): (refused: TokenRefused) => Promise<void> {
  const hasRoom = createHourlyAllowance(clock, mostAnHour)
  const caller = { sessionId: bearerId(''), tenantId, objectId: '', username: '' }
  return async ({ reason }) => {
    logger.warn({ reason, security: true }, 'an access token was refused')
    if (!hasRoom()) return
    try {
      await audit.record({
        caller,
        operation: 'session.sign-in',
        target: `/tenants/${tenantId}`,
        outcome: 'refused',
        after: { reason },
      })
    } catch (error) {
      // Nobody was let in, and the refusal still has to be answered.
      logger.error({ err: error, reason }, 'a refused access token could not be recorded')
    }
  }
}
