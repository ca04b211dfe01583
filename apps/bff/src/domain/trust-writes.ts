import type { AnyNewApplicationTrust, DeletedTrust, Trust } from '@trustwright/shared-schemas'
import type { Caller } from '../ports.ts'
import type { CredentialHolder } from './credential-holder.ts'
import type { AskedValues } from './credential-values.ts'

/** The operations that every write of a trust goes through, with rules, checks and audit. */
export interface TrustWrites {
  create(caller: Caller, holder: CredentialHolder, trust: AnyNewApplicationTrust): Promise<Trust>
  change(
    caller: Caller,
    holder: CredentialHolder,
    name: string,
    change: AskedValues & { readonly fingerprint: string },
  ): Promise<Trust>
  remove(caller: Caller, holder: CredentialHolder, name: string, fingerprint: string): Promise<DeletedTrust>
}
