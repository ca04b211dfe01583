import type { NewApplicationTrust, Trust } from '@trustwright/shared-schemas'
import { auditedWrite } from '../../domain/audited-write.ts'
import type { CredentialHolder } from '../../domain/credential-holder.ts'
import { describeTrust } from '../../domain/trust-facts.ts'
import { noteDone } from '../../domain/unrecorded.ts'
import type { Caller } from '../../ports.ts'
import type { TrustDeps } from './trust-deps.ts'
import { storeNewCredential } from './store-new-credential.ts'
import { valuesOf } from './values-of.ts'

export async function createTrust(
  { audit, clock, db, writes }: TrustDeps,
  caller: Caller,
  holder: CredentialHolder,
  { name, ...values }: NewApplicationTrust,
): Promise<Trust> {
  const target = holder.trustId(name)
  const credential = await auditedWrite(
    audit,
    { caller, operation: 'trust.create', target, after: valuesOf(values) },
    () => writes.run(holder.id, () => storeNewCredential(holder, caller, name, values)),
    valuesOf,
  )
  return noteDone(() => describeTrust(db, clock, { parent: holder.parent, credential }))
}
