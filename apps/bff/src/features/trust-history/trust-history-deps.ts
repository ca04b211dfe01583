import type { ActivityPage } from '@trustwright/shared-schemas'
import type { Database } from '../../db/database.ts'
import type { Directory } from '../../directory-port.ts'
import type { Arm, Caller, Clock } from '../../ports.ts'

export interface TrustHistoryDeps {
  readonly arm: Arm
  readonly clock: Clock
  readonly db: Database
  readonly directory: Directory
  /** The newest actions through the portal on one target; `mine`: the caller's own alone. */
  readonly readEvents: (
    caller: Caller,
    targetId: string,
    options: { readonly limit: number; readonly mine: boolean },
  ) => Promise<ActivityPage>
}
