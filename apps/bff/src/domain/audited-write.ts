import { errorCatalogue, type ActivityOutcome } from '@trustwright/shared-schemas'
import { PortalError } from '../errors.ts'
import type { ActivityEnd, ActivityStart, Audit, Written } from '../ports.ts'
import { noteEnd, Unrecorded } from './unrecorded.ts'
import { UnsettledWrite } from './unsettled-write.ts'

/**
 * Runs a write between its two audit marks: the first is durable before anything goes to Azure, the second tells the
 * outcome whatever it is. `after` are the values as Azure stored them.
 */
export async function auditedWrite<T>(
  audit: Audit,
  start: ActivityStart,
  write: () => Promise<Written<T>>,
  after: (value: T) => Record<string, unknown> | null,
): Promise<T> {
  const activityId = await audit.begin(start)
  let written: Written<T>
  try {
    written = await write()
  } catch (error) {
    await finishAudit(audit, activityId, { outcome: outcomeOf(error), ...tracesOf(error) })
    throw error
  }
  const { value, upstreamRequestId } = written
  await finishAudit(audit, activityId, { outcome: 'succeeded', after: after(value), upstreamRequestId })
  return value
}

/** Ends an audit record. Throws a PortalError that still tells the outcome where it cannot be written. */
export async function finishAudit(audit: Audit, activityId: string, end: ActivityEnd): Promise<void> {
  await noteEnd(end.outcome, () => audit.finish(activityId, end))
}

/**
 * Refused: somebody decided against it. Failed: it went wrong, and is not there. Unknown: nobody can tell. Succeeded: only
 * the portal's own notes about it went wrong.
 */
export function outcomeOf(error: unknown): Exclude<ActivityOutcome, 'started'> {
  if (!(error instanceof PortalError)) return 'failed'
  if (error.cause instanceof UnsettledWrite) return 'unknown'
  if (error.cause instanceof Unrecorded) return error.cause.outcome
  return errorCatalogue[error.code].status < 500 ? 'refused' : 'failed'
}

export function tracesOf(
  error: unknown,
): Pick<Parameters<Audit['finish']>[1], 'problemCode' | 'upstreamRequestId'> {
  if (!(error instanceof PortalError)) return { problemCode: 'INTERNAL' }
  return { problemCode: error.code, upstreamRequestId: error.extras.upstream?.requestId ?? null }
}
