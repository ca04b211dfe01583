import type { Database } from '../../db/database.ts'
import type { Clock } from '../../ports.ts'

export interface DraftDeps {
  readonly clock: Clock
  readonly db: Database
}
