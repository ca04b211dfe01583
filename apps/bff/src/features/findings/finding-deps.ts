import type { Database } from '../../db/database.ts'
import type { Audit, Clock } from '../../ports.ts'
import type { FindingRuns } from './finding-runs.ts'

export interface FindingDeps {
  readonly audit: Audit
  readonly clock: Clock
  readonly db: Database
  /** Before the paths of pages that a file names. */
  readonly portalOrigin: string
  readonly runs: FindingRuns
}
