import type { IdentityPath, Trust, TrustChange } from '@trustwright/shared-schemas'
import { auditedWrite } from '../../domain/audited-write.ts'
import { fingerprintOf } from '../../domain/fingerprint.ts'
import { forgetProofs } from '../../domain/forget-proofs.ts'
import { identityId, trustId } from '../../domain/resource-ids.ts'
import { describeTrust } from '../../domain/trust-facts.ts'
import { noteDone } from '../../domain/unrecorded.ts'
import type { Caller } from '../../ports.ts'
import { readUnchanged } from './read-unchanged.ts'
import type { TrustDeps } from './trust-deps.ts'
import { valuesOf } from './values-of.ts'

/** Replaces the values, if the stored ones are still those that the person saw (ARM has no If-Match for these). */
export async function changeTrust(
  { arm, audit, clock, db, writes }: TrustDeps,
  caller: Caller,
  path: IdentityPath,
  name: string,
  { fingerprint, ...values }: TrustChange,
): Promise<Trust> {
  const shown = await arm.readCredential(caller, path, name)
  const credential = await auditedWrite(
    audit,
    {
      caller,
      operation: 'trust.change',
      target: trustId(path, name),
      before: valuesOf(shown),
      after: valuesOf(values),
    },
    () =>
      writes.run(identityId(path), async () => {
        const before = await readUnchanged(arm, caller, path, name, fingerprint)
        return arm.putCredential(caller, path, { name, values, before })
      }),
    valuesOf,
  )
  if (fingerprintOf(credential) !== fingerprint) await noteDone(() => forgetProofs(db, credential.id))
  return noteDone(() => describeTrust(db, clock, { path, credential }))
}
