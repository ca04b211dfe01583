import type { Cloud } from '@trustwright/federation'
import type { Database } from '../../db/database.ts'
import type { Directory } from '../../directory-port.ts'
import type { Timer } from '../../domain/timer.ts'
import type { Issuers } from '../../issuer-port.ts'
import type { Arm, Audit, Clock, Exchange } from '../../ports.ts'

export interface ProofDeps {
  readonly arm: Arm
  readonly audit: Audit
  readonly clock: Clock
  readonly cloud: Cloud
  readonly db: Database
  readonly directory: Directory
  readonly exchange: Exchange
  readonly issuers: Issuers
  readonly timer: Timer
  /** Of the waits between tries: 1 as long as Azure was seen to take. */
  readonly waitScale: number
}
