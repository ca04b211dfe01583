import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '../../../../db/database.ts'
import type { Directory } from '../../../../directory-port.ts'
import type { RunningRuns } from '../../../../domain/running-runs.ts'
import type { Timer } from '../../../../domain/timer.ts'
import type { TrustWrites } from '../../../../domain/trust-writes.ts'
import type { SetUpPace, WritePace } from '../../../../domain/write-pace.ts'
import type { Arm, Clock } from '../../../../ports.ts'

export interface FixRunDeps {
  readonly arm: Arm
  readonly clock: Clock
  readonly db: Database
  readonly directory: Directory
  readonly logger: FastifyBaseLogger
  readonly pace: SetUpPace
  readonly timer: Timer
  readonly trusts: TrustWrites
  readonly writePace: WritePace
}

export interface FixParts extends FixRunDeps {
  readonly running: RunningRuns
}
