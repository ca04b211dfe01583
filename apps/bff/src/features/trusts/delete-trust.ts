import type { DeletedTrust, IdentityPath } from '@trustwright/shared-schemas'
import { auditedWrite, outcomeOf } from '../../domain/audited-write.ts'
import { identityId, trustId } from '../../domain/resource-ids.ts'
import { describeTrust } from '../../domain/trust-facts.ts'
import { noteDone, noteEnd } from '../../domain/unrecorded.ts'
import type { Caller, Written } from '../../ports.ts'
import { confirmDeletion, forgetDeletion, keepForRestore } from './deleted-trusts.ts'
import { readUnchanged } from './read-unchanged.ts'
import type { TrustDeps } from './trust-deps.ts'
import { valuesOf } from './values-of.ts'

/** Deletes, if the stored values are still those that the person saw, and keeps them for 30 days. */
export async function deleteTrust(
  deps: TrustDeps,
  caller: Caller,
  path: IdentityPath,
  name: string,
  fingerprint: string,
): Promise<DeletedTrust> {
  const { arm, audit, clock, db, writes } = deps
  const shown = await arm.readCredential(caller, path, name)
  return auditedWrite(
    audit,
    { caller, operation: 'trust.delete', target: trustId(path, name), before: valuesOf(shown) },
    () =>
      writes.run(identityId(path), async () => {
        const credential = await readUnchanged(arm, caller, path, name, fingerprint)
        const trust = await describeTrust(db, clock, { path, credential })
        const kept = { path, trust, deletedBy: caller.username }
        const deleted = await keepForRestore(db, new Date(clock.now()), kept)
        return deleteKept(deps, caller, path, deleted)
      }),
    () => null,
  )
}

async function deleteKept(
  { arm, clock, db }: TrustDeps,
  caller: Caller,
  path: IdentityPath,
  deleted: DeletedTrust,
): Promise<Written<DeletedTrust>> {
  let written: Written<null>
  try {
    written = await arm.deleteCredential(caller, path, deleted.trust.name)
  } catch (error) {
    const outcome = outcomeOf(error)
    // An unsettled deletion may have happened: its values are kept.
    if (outcome !== 'unknown') await noteEnd(outcome, () => forgetDeletion(db, deleted.deletedTrustId))
    throw error
  }
  await noteDone(() => confirmDeletion(db, new Date(clock.now()), deleted))
  return { value: deleted, upstreamRequestId: written.upstreamRequestId }
}
