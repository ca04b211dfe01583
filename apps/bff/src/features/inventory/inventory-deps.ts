import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '../../db/database.ts'
import type { Timer } from '../../domain/timer.ts'
import type { Jobs } from '../../jobs/jobs.ts'
import type { Caller, Clock } from '../../ports.ts'
import type { Pace } from './pacer.ts'
import type { SignInReadings } from './facts/sign-in-readings.ts'
import type { ScanArm, ScanDirectory } from './scan/scan-context.ts'

/** Told of each run that finished; it handles its own errors. */
export interface FindingsRefresh {
  refresh(of: {
    readonly tenantId: string
    readonly owner: string
    readonly scan: number
    /** Null for the portal's own identity. */
    readonly caller: Caller | null
  }): Promise<void>
}

export interface InventoryDeps {
  readonly arm: ScanArm
  readonly clock: Clock
  readonly db: Database
  readonly directory: ScanDirectory
  readonly findings?: FindingsRefresh
  readonly jobs: Jobs
  readonly logger: FastifyBaseLogger
  readonly pace: Pace
  /** Cron expression in UTC; null: the portal reads nothing by itself. */
  readonly schedule: string | null
  /** Shared by all runs. */
  readonly signIns: SignInReadings
  readonly snapshotDays: number
  readonly tenantId: string
  readonly timer: Timer
}
