import type { Database } from '../../db/database.ts'
import { trustProof } from '../../db/schema.ts'
import { fingerprintOf } from '../../domain/fingerprint.ts'
import { resourceKey } from '../../domain/resource-ids.ts'
import type { StoredCredential } from '../../ports.ts'

/** Remembers that exactly these stored values were seen to work. The last time counts. */
export async function rememberProof(
  db: Database,
  credential: StoredCredential,
  at: Date,
  by: string,
): Promise<void> {
  const row = { trustKey: resourceKey(credential.id), fingerprint: fingerprintOf(credential), at, by }
  await db
    .insert(trustProof)
    .values(row)
    .onConflictDoUpdate({ target: [trustProof.trustKey, trustProof.fingerprint], set: { at, by } })
}
