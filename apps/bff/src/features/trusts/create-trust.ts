import type { IdentityPath, NewTrust, Trust } from '@trustwright/shared-schemas'
import { auditedWrite } from '../../domain/audited-write.ts'
import { identityId, trustId } from '../../domain/resource-ids.ts'
import { describeTrust } from '../../domain/trust-facts.ts'
import { noteDone } from '../../domain/unrecorded.ts'
import type { Caller } from '../../ports.ts'
import type { TrustDeps } from './trust-deps.ts'
import { storeNewCredential } from './store-new-credential.ts'
import { valuesOf } from './values-of.ts'

export async function createTrust(
  { arm, audit, clock, db, writes }: TrustDeps,
  caller: Caller,
  path: IdentityPath,
  wanted: NewTrust,
): Promise<Trust> {
  const target = trustId(path, wanted.name)
  const credential = await auditedWrite(
    audit,
    { caller, operation: 'trust.create', target, after: valuesOf(wanted) },
    () => writes.run(identityId(path), () => storeNewCredential(arm, caller, path, wanted.name, wanted)),
    valuesOf,
  )
  return noteDone(() => describeTrust(db, clock, { path, credential }))
}
