import type { IdentityPath, Trust } from '@trustwright/shared-schemas'
import { auditedWrite } from '../../domain/audited-write.ts'
import { identityId, trustId } from '../../domain/resource-ids.ts'
import { describeTrust } from '../../domain/trust-facts.ts'
import { noteDone } from '../../domain/unrecorded.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { findRestorable, markRestored } from './deleted-trusts.ts'
import type { TrustDeps } from './trust-deps.ts'
import { storeNewCredential } from './store-new-credential.ts'
import { valuesOf } from './values-of.ts'

/** Makes a deleted trust again. Azure decides whether the caller may, as for any new one. */
export async function restoreTrust(
  { arm, audit, clock, db, writes }: TrustDeps,
  caller: Caller,
  path: IdentityPath,
  deletedTrustId: string,
): Promise<Trust> {
  const find = () => findRestorable(db, new Date(clock.now()), path, deletedTrustId)
  const kept = await find()
  if (kept === null) throw new PortalError('TRUST_NOT_RESTORABLE')
  const { trust } = kept
  const credential = await auditedWrite(
    audit,
    { caller, operation: 'trust.restore', target: trustId(path, trust.name), after: valuesOf(trust) },
    () =>
      writes.run(identityId(path), async () => {
        // Two people may have asked at once: the second finds it done when its turn comes.
        if ((await find()) === null) throw new PortalError('TRUST_NOT_RESTORABLE')
        const written = await storeNewCredential(arm, caller, path, trust.name, trust)
        await noteDone(() => markRestored(db, new Date(clock.now()), deletedTrustId))
        return written
      }),
    valuesOf,
  )
  return noteDone(() => describeTrust(db, clock, { path, credential }))
}
