import type { ProofMeans, ProofStep, SeenProof } from '@trustwright/shared-schemas'
import { and, eq } from 'drizzle-orm'
import { anyOf } from '../db/any-of.ts'
import type { Database } from '../db/database.ts'
import { trustProof } from '../db/schema.ts'
import { resourceKey } from './resource-ids.ts'

/** How far exactly the stored values of a trust are proven. */
export interface ProofLadder {
  readonly checked: ProofStep | null
  readonly matched: ProofStep | null
  readonly seen: SeenProof | null
}

type Row = typeof trustProof.$inferSelect

/** The stronger means first: it is told where both were used. */
const meansOf = {
  checked: ['rules-and-issuer', 'rules'],
  matched: ['beacon', 'claims'],
  seen: ['exchange', 'sign-in-log'],
} as const satisfies Record<keyof ProofLadder, readonly ProofMeans[]>

/** Ladders by key and fingerprint: `ladderOf` looks one up. */
export type ProofLadders = ReadonlyMap<string, readonly Row[]>

export async function readLadders(db: Database, keys: readonly string[]): Promise<ProofLadders> {
  const rows = await db.select().from(trustProof).where(anyOf(trustProof.trustKey, keys))
  return Map.groupBy(rows, (row) => `${row.trustKey} ${row.fingerprint}`)
}

export function ladderOf(ladders: ProofLadders, trustKey: string, fingerprint: string): ProofLadder {
  const rows = ladders.get(`${trustKey} ${fingerprint}`) ?? []
  return {
    checked: latest(rows, meansOf.checked),
    matched: strongest(rows, meansOf.matched),
    seen: latest(rows, meansOf.seen),
  }
}

/** The ladder of one trust. */
export async function readLadder(db: Database, trustId: string, fingerprint: string): Promise<ProofLadder> {
  const key = resourceKey(trustId)
  const rows = await db
    .select()
    .from(trustProof)
    .where(and(eq(trustProof.trustKey, key), eq(trustProof.fingerprint, fingerprint)))
  return ladderOf(new Map([[`${key} ${fingerprint}`, rows]]), key, fingerprint)
}

function strongest(rows: readonly Row[], means: readonly ProofMeans[]): ProofStep | null {
  const found = means.flatMap((one) => rows.filter((row) => row.means === one))[0]
  return found === undefined ? null : toStep(found)
}

function latest(rows: readonly Row[], means: readonly ProofMeans[]): ProofStep | null {
  const found = rows
    .filter((row) => means.includes(row.means))
    .toSorted((one, other) => other.at.getTime() - one.at.getTime())[0]
  return found === undefined ? null : toStep(found)
}

function toStep({ at, by, means, evidence }: Row): ProofStep {
  const from = evidence?.['ipAddress']
  return { at: at.toISOString(), by, means, ...(from !== undefined && { from }) }
}
