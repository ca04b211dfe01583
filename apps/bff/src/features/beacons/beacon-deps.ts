import type { Database } from '../../db/database.ts'
import type { Directory } from '../../directory-port.ts'
import type { Timer } from '../../domain/timer.ts'
import type { Issuers } from '../../issuer-port.ts'
import type { Arm, Audit, Clock } from '../../ports.ts'

export interface BeaconSettings {
  readonly portalOrigin: string
  /** Start of the audience; the beacon's ID follows it. */
  readonly audience: string
  readonly lifetimeMs: number
}

export interface BeaconDeps {
  readonly arm: Arm
  readonly audit: Audit
  readonly clock: Clock
  readonly db: Database
  readonly directory: Directory
  readonly issuers: Issuers
  readonly settings: BeaconSettings
  readonly timer: Timer
}
