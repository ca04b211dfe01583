import type { TrustParent } from '@trustwright/shared-schemas'
import type { FastifyBaseLogger } from 'fastify'
import type { Config } from '../../config.ts'
import type { Database } from '../../db/database.ts'
import type { Directory } from '../../directory-port.ts'
import type { Timer } from '../../domain/timer.ts'
import type { Jobs } from '../../jobs/jobs.ts'
import type { Audit, Caller, Clock } from '../../ports.ts'

/** Deletes one trust if it is still what was decided about, and keeps it for 30 days. Throws as deleting by hand does. */
export type RemoveTrust = (
  caller: Caller,
  parent: TrustParent,
  trust: { readonly name: string; readonly fingerprint: string },
) => Promise<{ readonly deletedTrustId: string }>

/** Azure's pace for writes. */
export interface RemovalPace {
  turn(parentKey: string, signal: AbortSignal): Promise<void>
  refused(parentKey: string, until: number): void
}

export interface ReviewDeps {
  readonly audit: Audit
  readonly clock: Clock
  readonly cloud: Config['cloud']
  readonly db: Database
  readonly directory: Pick<Directory, 'findPerson' | 'searchPeople'>
  readonly jobs: Jobs
  readonly logger: FastifyBaseLogger
  readonly pace: RemovalPace
  /** Seconds between two writes on one identity. */
  readonly secondsPerWrite: number
  readonly remove: RemoveTrust
  readonly timer: Timer
}
