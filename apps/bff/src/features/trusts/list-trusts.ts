import type { DeletedTrust, Trust } from '@trustwright/shared-schemas'
import type { CredentialHolder } from '../../domain/credential-holder.ts'
import { describeTrusts } from '../../domain/trust-facts.ts'
import type { Caller } from '../../ports.ts'
import { listGone, listRestorable } from './deleted-trusts.ts'
import { noteSeen } from './note-patterns.ts'
import type { TrustDeps } from './trust-deps.ts'

/** Who may list the trusts may also see those that were deleted here. */
export async function listTrusts(
  deps: TrustDeps,
  caller: Caller,
  holder: CredentialHolder,
): Promise<{ trusts: Trust[]; deleted: DeletedTrust[] }> {
  const { clock, db } = deps
  const [listed, gone] = await Promise.all([holder.list(caller), listGone(db, holder.id)])
  // The directory may show for a while what it has deleted; an ID is never given twice.
  const credentials = listed.filter(
    ({ credentialId }) => credentialId === undefined || !gone.has(credentialId),
  )
  const names = credentials.map(({ name }) => name)
  const found = credentials.map((credential) => ({ parent: holder.parent, credential }))
  await noteSeen(deps, caller, holder, credentials)
  const [trusts, deleted] = await Promise.all([
    describeTrusts(db, clock, found),
    listRestorable(db, new Date(clock.now()), holder.id, names),
  ])
  return { trusts, deleted }
}
