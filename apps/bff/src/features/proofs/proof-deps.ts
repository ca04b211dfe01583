import type { Database } from '../../db/database.ts'
import type { Arm, Audit, Clock, Exchange } from '../../ports.ts'

export interface ProofDeps {
  readonly arm: Arm
  readonly audit: Audit
  readonly clock: Clock
  readonly db: Database
  readonly exchange: Exchange
}
