import { and, asc, eq, inArray } from 'drizzle-orm'
import { anyOf } from '../db/any-of.ts'
import type { Database } from '../db/database.ts'
import { activityEvent, trustFirstSeen } from '../db/schema.ts'
import type { Trust, TrustParent } from '@trustwright/shared-schemas'
import type { Clock, StoredCredential } from '../ports.ts'
import { fingerprintOf } from './fingerprint.ts'
import { ladderOf, readLadders } from './proof-ladder.ts'
import { resourceKey } from './resource-ids.ts'
import { toTrust } from './to-trust.ts'

export interface Found {
  readonly parent: TrustParent
  readonly credential: StoredCredential
}

/** Stored credentials with what the portal knows of each. New ones are remembered as first seen now. */
export async function describeTrusts(db: Database, clock: Clock, found: readonly Found[]): Promise<Trust[]> {
  if (found.length === 0) return []
  const keys = found.map(({ credential }) => resourceKey(credential.id))
  const [firstSeen, created, ladders] = await Promise.all([
    rememberFirstSeen(db, clock, keys),
    readCreationTimes(db, keys),
    readLadders(db, keys),
  ])
  return found.map(({ parent, credential }) => {
    const key = resourceKey(credential.id)
    return toTrust(credential, parent, {
      createdAt: created.get(key) ?? null,
      firstSeenAt: firstSeen.get(key) ?? null,
      ...ladderOf(ladders, key, fingerprintOf(credential)),
    })
  })
}

/** One credential, described. */
export async function describeTrust(db: Database, clock: Clock, found: Found): Promise<Trust> {
  const [trust] = await describeTrusts(db, clock, [found])
  if (trust === undefined) throw new Error('A described credential is missing')
  return trust
}

async function rememberFirstSeen(db: Database, clock: Clock, keys: string[]): Promise<Map<string, Date>> {
  const seen = await readFirstSeen(db, keys)
  const unseen = [...new Set(keys)].filter((key) => !seen.has(key)).toSorted()
  if (unseen.length === 0) return seen
  const at = new Date(clock.now())
  await db
    .insert(trustFirstSeen)
    .values(unseen.map((trustKey) => ({ trustKey, at })))
    .onConflictDoNothing()
  // Another process may have been first.
  return readFirstSeen(db, keys)
}

async function readFirstSeen(db: Database, keys: readonly string[]): Promise<Map<string, Date>> {
  const rows = await db.select().from(trustFirstSeen).where(anyOf(trustFirstSeen.trustKey, keys))
  return new Map(rows.map((row) => [row.trustKey, row.at]))
}

/** When the portal last stored each under its name; none after it was deleted here. */
async function readCreationTimes(db: Database, keys: string[]): Promise<Map<string, Date | null>> {
  const events = await db
    .select({ key: activityEvent.targetKey, operation: activityEvent.operation, at: activityEvent.at })
    .from(activityEvent)
    .where(
      and(
        anyOf(activityEvent.targetKey, keys),
        inArray(activityEvent.operation, ['trust.create', 'trust.restore', 'trust.delete']),
        eq(activityEvent.outcome, 'succeeded'),
      ),
    )
    .orderBy(asc(activityEvent.sequence))
  return new Map(events.map(({ key, operation, at }) => [key, operation === 'trust.delete' ? null : at]))
}
