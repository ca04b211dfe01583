import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { verifyChain, type ChainReport } from './verify-chain.ts'
import { verifyEvents, type EventsReport } from './verify-events.ts'

export interface AuditReport {
  readonly chain: ChainReport
  /** Null where the chain is broken: then nothing vouches for the events. */
  readonly events: EventsReport | null
}

/** Looks at one state of the database; whoever writes meanwhile is not kept waiting. */
export async function verifyAudit(database: Database, keptHead: string | null): Promise<AuditReport> {
  return await inTransaction(
    database,
    async (tx) => {
      const chain = await verifyChain(tx, keptHead)
      return { chain, events: chain.broken === null ? await verifyEvents(tx) : null }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

export interface AuditVerdict {
  readonly holds: boolean
  readonly lines: readonly string[]
}

/** The report in words. */
export function auditVerdict({ chain, events }: AuditReport): AuditVerdict {
  const { broken, head, holdsHead, links } = chain
  const faults = [
    ...(broken === null ? [] : [`Link ${broken.number} is broken: ${broken.why}. ${links} before it hold.`]),
    ...(holdsHead === false && broken === null
      ? ['The chain does not hold the head that you gave: links were cut off its end, or written anew.']
      : []),
    ...(events?.faults ?? []).map(
      ({ activityId, why }) => `Event ${activityId} is not as its link says: ${why}.`,
    ),
  ]
  if (faults.length > 0) return { holds: false, lines: faults }
  if (head === null) return { holds: true, lines: ['The chain has no link yet.'] }
  const whole = holdsHead === true ? ' The head that you gave is in it.' : ''
  return {
    holds: true,
    lines: [
      `${links} links, unbroken, and ${events?.events ?? 0} events as they say.${whole}`,
      `Head: ${head}`,
      'Keep the head outside of the database. Given back with --head, it shows that nothing was cut off the end.',
    ],
  }
}
