import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '../../db/database.ts'
import type { Directory } from '../../directory-port.ts'
import type { Arm, Clock } from '../../ports.ts'
import type { Pace } from './pacer.ts'
import type { Timer } from '../../domain/timer.ts'

export interface InventoryDeps {
  readonly arm: Arm
  readonly clock: Clock
  readonly db: Database
  readonly directory: Pick<Directory, 'listApplicationsWithTrusts'>
  readonly logger: FastifyBaseLogger
  readonly pace: Pace
  readonly timer: Timer
}
