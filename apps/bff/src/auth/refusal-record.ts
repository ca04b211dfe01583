import type { FastifyBaseLogger } from 'fastify'
import { createHourlyAllowance } from '../domain/hourly-allowance.ts'
import type { Audit, Clock } from '../ports.ts'

/** The audit trail is for good, so strangers must not fill it. */
const mostAnHour = 100

export interface RefusalRecordParts {
  readonly audit: Pick<Audit, 'record'>
  readonly clock: Clock
  readonly tenantId: string
  /** Of nobody, by the door that this is for. */
  readonly sessionId: string
}

export interface Refusal {
  readonly reason: string
  /** `failed`: the portal or Entra could not answer. */
  readonly outcome: 'refused' | 'failed'
}

/** Puts sign-ins that let nobody in into the audit trail, as many an hour as it has room for: the log has each. Never throws. */
export function createRefusalRecord(
  parts: RefusalRecordParts,
): (refusal: Refusal, logger: FastifyBaseLogger) => Promise<void> {
  const { audit, clock, tenantId, sessionId } = parts
  const hasRoom = createHourlyAllowance(clock, mostAnHour)
  // Who it was is not known, so nobody is named.
  const caller = { sessionId, tenantId, objectId: '', username: '' }
  const target = `/tenants/${tenantId}`
  return async ({ reason, outcome }, logger) => {
    if (!hasRoom()) return
    try {
      await audit.record({ caller, operation: 'session.sign-in', target, outcome, after: { reason } })
    } catch (error) {
      // Nobody was let in, and the refusal still has to be answered.
      logger.error({ err: error, reason }, 'a refused sign-in could not be recorded')
    }
  }
}
