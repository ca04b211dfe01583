import type { Trust } from '@trustwright/shared-schemas'
import type { CredentialHolder } from '../../domain/credential-holder.ts'
import { describeTrust } from '../../domain/trust-facts.ts'
import type { Caller } from '../../ports.ts'
import type { TrustDeps } from './trust-deps.ts'

export async function readTrust(
  { clock, db }: TrustDeps,
  caller: Caller,
  holder: CredentialHolder,
  name: string,
): Promise<Trust> {
  return describeTrust(db, clock, { parent: holder.parent, credential: await holder.read(caller, name) })
}
