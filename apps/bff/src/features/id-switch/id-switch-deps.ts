import type { Cloud } from '@trustwright/federation'
import type { DeletedTrust, TrustRef } from '@trustwright/shared-schemas'
import type { Database } from '../../db/database.ts'
import type { Directory } from '../../directory-port.ts'
import type { GithubLooks } from '../../domain/github-looks.ts'
import type { Arm, Caller } from '../../ports.ts'

/** What deletes a trust: `noted` goes to the audit trail, `demand` is asked right before, in the turn of the write. */
export interface WantedRemoval {
  readonly fingerprint: string
  readonly noted: Readonly<Record<string, unknown>>
  readonly demand: () => Promise<void>
}

export interface IdSwitchDeps {
  readonly arm: Arm
  readonly cloud: Cloud
  readonly db: Database
  readonly directory: Directory
  readonly github: GithubLooks
  readonly remove: (caller: Caller, trust: TrustRef, wanted: WantedRemoval) => Promise<DeletedTrust>
}
