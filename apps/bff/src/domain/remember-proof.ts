import type { ProofMeans } from '@trustwright/shared-schemas'
import { lte, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { trustProof } from '../db/schema.ts'
import { resourceKey } from './resource-ids.ts'

export interface NewProof {
  readonly trustId: string
  readonly fingerprint: string
  readonly means: ProofMeans
  readonly at: Date
  readonly by: string
  /** Never a token or a part of one. */
  readonly evidence?: Readonly<Record<string, string>>
}

/** Remembers what proved exactly these stored values. The last time of each means counts. */
export async function rememberProof(
  db: Pick<Database, 'insert'>,
  { trustId, fingerprint, means, at, by, evidence }: NewProof,
): Promise<void> {
  const told = { at, by, evidence: evidence ?? null }
  await db
    .insert(trustProof)
    .values({ trustKey: resourceKey(trustId), fingerprint, means, ...told })
    .onConflictDoUpdate({
      target: [trustProof.trustKey, trustProof.fingerprint, trustProof.means],
      set: told,
      setWhere: lte(trustProof.at, sql`excluded.at`),
    })
}
