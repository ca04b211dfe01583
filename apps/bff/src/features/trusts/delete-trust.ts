import type { DeletedTrust } from '@trustwright/shared-schemas'
import { auditedWrite, outcomeOf } from '../../domain/audited-write.ts'
import type { CredentialHolder } from '../../domain/credential-holder.ts'
import { describeTrust } from '../../domain/trust-facts.ts'
import { noteDone, noteEnd } from '../../domain/unrecorded.ts'
import type { Caller, Written } from '../../ports.ts'
import { confirmDeletion, forgetDeletion, keepForRestore } from './deleted-trusts.ts'
import { readUnchanged } from './read-unchanged.ts'
import type { TrustDeps } from './trust-deps.ts'
import { valuesOf } from '../../domain/values-of.ts'

export interface DeleteOptions {
  /** Goes to the audit trail beside the values. */
  readonly noted?: Readonly<Record<string, unknown>>
  /** Asked right before, in the turn of the write: throws where it may not go. */
  readonly demand?: () => Promise<void>
}

/** Deletes, if the stored values are still those that the person saw, and keeps them for 30 days. */
export async function deleteTrust(
  deps: TrustDeps,
  caller: Caller,
  holder: CredentialHolder,
  name: string,
  fingerprint: string,
  { noted = {}, demand }: DeleteOptions = {},
): Promise<DeletedTrust> {
  const { audit, clock, db, writes } = deps
  const shown = await holder.read(caller, name)
  return auditedWrite(
    audit,
    {
      caller,
      operation: 'trust.delete',
      target: holder.trustId(shown.name),
      before: { ...valuesOf(shown), ...noted },
    },
    () =>
      writes.run(holder.id, async () => {
        const credential = await readUnchanged(holder, caller, name, fingerprint)
        await demand?.()
        const trust = await describeTrust(db, clock, { parent: holder.parent, credential })
        const kept = { parentId: holder.id, trust, deletedBy: caller.username }
        const deleted = await keepForRestore(db, new Date(clock.now()), kept)
        return deleteKept(deps, () => holder.delete(caller, credential), deleted)
      }),
    () => null,
  )
}

async function deleteKept(
  { clock, db }: TrustDeps,
  deleteStored: () => Promise<Written<null>>,
  deleted: DeletedTrust,
): Promise<Written<DeletedTrust>> {
  let written: Written<null>
  try {
    written = await deleteStored()
  } catch (error) {
    const outcome = outcomeOf(error)
    // An unsettled deletion may have happened: its values are kept.
    if (outcome !== 'unknown') await noteEnd(outcome, () => forgetDeletion(db, deleted.deletedTrustId))
    throw error
  }
  await noteDone(() => confirmDeletion(db, new Date(clock.now()), deleted))
  return { value: deleted, upstreamRequestId: written.upstreamRequestId }
}
