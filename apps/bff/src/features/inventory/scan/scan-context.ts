import type { Database } from '../../../db/database.ts'
import type { ScanCursors } from '../../../db/schema-inventory.ts'
import type { Directory } from '../../../directory-port.ts'
import type { DirectoryInventory } from '../../../inventory-port.ts'
import type { Arm, Caller, Clock } from '../../../ports.ts'
import type { SignInReadings } from '../facts/sign-in-readings.ts'
import type { Batch, HeldRun } from '../store/commit-batch.ts'
import type { ScanCounts } from '../store/scan-counts.ts'
import type { Paced } from './paced.ts'
import type { ScanMeter } from './scan-meter.ts'

export type ScanDirectory = DirectoryInventory & Pick<Directory, 'listApplicationsWithTrusts'>
export type ScanArm = Pick<
  Arm,
  | 'listSubscriptions'
  | 'listIdentities'
  | 'listCredentials'
  | 'listIdentityResources'
  | 'listPrincipalRoles'
  | 'listRoleDefinitions'
  | 'listSubscriptionPolicies'
  | 'listCredentialWrites'
>

/** What is written at once, and how much more has been read with it. */
export interface ReadBatch extends Omit<Batch, 'progress'> {
  readonly counts?: Partial<ScanCounts>
}

/** What the parts of one run share. */
export interface ScanContext {
  readonly arm: ScanArm
  readonly directory: ScanDirectory
  readonly caller: Caller
  readonly clock: Clock
  readonly db: Database
  readonly run: HeldRun
  readonly meter: ScanMeter
  readonly paced: Paced
  readonly signIns: SignInReadings
  /** Where an earlier process left off. */
  readonly cursors: ScanCursors
  readonly signal: AbortSignal
  /** Writes a batch with the progress, one at a time: what is counted is written, whenever the process dies. */
  readonly commit: (batch: ReadBatch) => Promise<void>
}
