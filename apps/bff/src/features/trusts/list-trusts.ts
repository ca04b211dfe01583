import type { DeletedTrust, IdentityPath, Trust } from '@trustwright/shared-schemas'
import { describeTrusts } from '../../domain/trust-facts.ts'
import type { Caller } from '../../ports.ts'
import { listRestorable } from './deleted-trusts.ts'
import type { TrustDeps } from './trust-deps.ts'

/** Who may list the trusts may also see those that were deleted here. */
export async function listTrusts(
  { arm, clock, db }: TrustDeps,
  caller: Caller,
  path: IdentityPath,
): Promise<{ trusts: Trust[]; deleted: DeletedTrust[] }> {
  const credentials = await arm.listCredentials(caller, path)
  const names = credentials.map(({ name }) => name)
  const found = credentials.map((credential) => ({ path, credential }))
  const [trusts, deleted] = await Promise.all([
    describeTrusts(db, clock, found),
    listRestorable(db, new Date(clock.now()), path, names),
  ])
  return { trusts, deleted }
}
