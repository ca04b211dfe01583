import type { DeletedTrust, Trust } from '@trustwright/shared-schemas'
import type { CredentialHolder } from '../../domain/credential-holder.ts'
import { noteSeenPattern } from '../../domain/pattern-support.ts'
import { describeTrusts } from '../../domain/trust-facts.ts'
import type { Caller } from '../../ports.ts'
import { listRestorable } from './deleted-trusts.ts'
import type { TrustDeps } from './trust-deps.ts'

/** Who may list the trusts may also see those that were deleted here. */
export async function listTrusts(
  { clock, db }: TrustDeps,
  caller: Caller,
  holder: CredentialHolder,
): Promise<{ trusts: Trust[]; deleted: DeletedTrust[] }> {
  const credentials = await holder.list(caller)
  const names = credentials.map(({ name }) => name)
  const found = credentials.map((credential) => ({ parent: holder.parent, credential }))
  const place = { tenantId: caller.tenantId, parentKind: holder.parent.kind }
  await noteSeenPattern(db, place, new Date(clock.now()), credentials)
  const [trusts, deleted] = await Promise.all([
    describeTrusts(db, clock, found),
    listRestorable(db, new Date(clock.now()), holder.id, names),
  ])
  return { trusts, deleted }
}
