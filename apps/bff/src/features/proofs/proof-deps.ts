import type { Database } from '../../db/database.ts'
import type { Directory } from '../../directory-port.ts'
import type { Arm, Audit, Clock, Exchange } from '../../ports.ts'

export interface ProofDeps {
  readonly arm: Arm
  readonly audit: Audit
  readonly clock: Clock
  readonly db: Database
  readonly directory: Directory
  readonly exchange: Exchange
}
