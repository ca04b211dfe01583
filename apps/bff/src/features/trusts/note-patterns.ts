import type { CredentialHolder } from '../../domain/credential-holder.ts'
import { noteSeenPattern, notingPatterns } from '../../domain/pattern-support.ts'
import type { Caller, CredentialValues, StoredCredential } from '../../ports.ts'
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

/** Remembers that patterns are stored in the person's tenant, where these credentials show that. */
export async function noteSeen(
  { clock, db }: Pick<TrustDeps, 'clock' | 'db'>,
  { tenantId }: Caller,
  { parent }: CredentialHolder,
  credentials: readonly StoredCredential[],
): Promise<void> {
  await noteSeenPattern(db, { tenantId, parentKind: parent.kind }, new Date(clock.now()), credentials)
}
