import type { CredentialHolder } from '../../domain/credential-holder.ts'
import { notingPatterns } from '../../domain/pattern-support.ts'
import type { Caller, CredentialValues } from '../../ports.ts'
import type { TrustDeps } from './trust-deps.ts'

/** Runs a write of a person, and remembers what it tells about patterns in their tenant. */
export async function notePatterns<T>(
  { clock, db }: Pick<TrustDeps, 'clock' | 'db'>,
  { tenantId }: Caller,
  { parent }: CredentialHolder,
  values: CredentialValues,
  write: () => Promise<T>,
): Promise<T> {
  const place = { tenantId, parentKind: parent.kind }
  return await notingPatterns(db, place, () => new Date(clock.now()), values, write)
}
