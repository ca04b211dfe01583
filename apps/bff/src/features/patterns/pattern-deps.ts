import type { Database } from '../../db/database.ts'
import type { Directory } from '../../directory-port.ts'
import type { WriteQueue } from '../../domain/write-queue.ts'
import type { Arm, Audit, Clock } from '../../ports.ts'

export interface PatternDeps {
  readonly arm: Arm
  readonly audit: Audit
  readonly clock: Clock
  readonly db: Database
  readonly directory: Directory
  readonly writes: WriteQueue
}
