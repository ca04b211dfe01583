import type { Trust } from '@trustwright/shared-schemas'
import type { CredentialHolder } from '../../domain/credential-holder.ts'
import { describeTrust } from '../../domain/trust-facts.ts'
import type { Caller } from '../../ports.ts'
import { noteSeen } from './note-patterns.ts'
import type { TrustDeps } from './trust-deps.ts'

export async function readTrust(
  deps: TrustDeps,
  caller: Caller,
  holder: CredentialHolder,
  name: string,
): Promise<Trust> {
  const { clock, db } = deps
  const credential = await holder.read(caller, name)
  await noteSeen(deps, caller, holder, [credential])
  return describeTrust(db, clock, { parent: holder.parent, credential })
}
