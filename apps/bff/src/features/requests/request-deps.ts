import type {
  AnyApplicationTrustChange,
  AnyNewApplicationTrust,
  TrustParent,
} from '@trustwright/shared-schemas'
import type { Config } from '../../config.ts'
import type { Database } from '../../db/database.ts'
import type { Approval } from '../../domain/approval.ts'
import type { ApprovedSetUps } from '../../domain/approved-set-ups.ts'
import type { Guardrails } from '../../domain/guardrails.ts'
import type { Audit, Caller, Clock, CredentialValues, StoredCredential } from '../../ports.ts'

/** Writes of trusts as the approver, through the operations that everybody's go through. */
export interface ApprovedTrusts {
  create(caller: Caller, on: TrustParent, trust: AnyNewApplicationTrust, by: Approval): Promise<unknown>
  change(
    caller: Caller,
    of: { readonly parent: TrustParent; readonly trustName: string },
    change: AnyApplicationTrustChange,
    by: Approval,
  ): Promise<unknown>
  /** Whether Azure has the trust under this name and with exactly these values. */
  isStored(caller: Caller, on: TrustParent, name: string, values: CredentialValues): Promise<boolean>
  /** Throws NOT_FOUND, FORBIDDEN. */
  read(caller: Caller, on: TrustParent, name: string): Promise<StoredCredential>
}

export interface RequestDeps {
  readonly audit: Audit
  readonly clock: Clock
  readonly cloud: Config['cloud']
  readonly db: Database
  readonly guardrails: Guardrails
  readonly setUps: ApprovedSetUps
  readonly trusts: ApprovedTrusts
}

export type RecordDeps = Pick<RequestDeps, 'audit' | 'clock' | 'db' | 'setUps'>
