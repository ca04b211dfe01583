import type { Database } from '../../db/database.ts'
import type { Audit, Clock } from '../../ports.ts'

export interface PolicyDeps {
  readonly audit: Audit
  readonly clock: Clock
  readonly db: Database
  /** Told when other rules hold, so that findings are judged anew. */
  readonly onSaved?: (tenantId: string) => void
}
