import type { IdentityPath, Trust } from '@trustwright/shared-schemas'
import { describeTrust } from '../../domain/trust-facts.ts'
import type { Caller } from '../../ports.ts'
import type { TrustDeps } from './trust-deps.ts'

export async function readTrust(
  { arm, clock, db }: TrustDeps,
  caller: Caller,
  path: IdentityPath,
  name: string,
): Promise<Trust> {
  return describeTrust(db, clock, { path, credential: await arm.readCredential(caller, path, name) })
}
