import type { Database } from '../../db/database.ts'
import type { Audit, Clock } from '../../ports.ts'

export interface ViewDeps {
  readonly audit: Audit
  readonly clock: Clock
  readonly db: Database
}
