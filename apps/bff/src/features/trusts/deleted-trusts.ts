import { randomUUID } from 'node:crypto'
import type { DeletedTrust, Trust } from '@trustwright/shared-schemas'
import { and, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { deletedTrust, trustFirstSeen } from '../../db/schema.ts'
import { forgetProofs } from '../../domain/forget-proofs.ts'
import { resourceKey } from '../../domain/resource-ids.ts'

const keptMs = 30 * 24 * 60 * 60 * 1000

type Row = typeof deletedTrust.$inferSelect

/** Keeps the values before the deletion goes to Azure, so that no crash in between can lose them. */
export async function keepForRestore(
  db: Database,
  at: Date,
  kept: { parentId: string; trust: Trust; deletedBy: string },
): Promise<DeletedTrust> {
  const row = {
    deletedTrustId: randomUUID(),
    parentKey: resourceKey(kept.parentId),
    name: kept.trust.name,
    trust: kept.trust,
    deletedAt: at,
    deletedBy: kept.deletedBy,
    restorableUntil: new Date(at.getTime() + keptMs),
  }
  await db.insert(deletedTrust).values(row)
  return toDeletedTrust({ ...row, confirmedAt: null, restoredAt: null })
}

/** Azure confirmed. The name starts anew: what is stored under it next was neither seen nor proven before. */
export async function confirmDeletion(db: Database, at: Date, deleted: DeletedTrust): Promise<void> {
  const { deletedTrustId, trust } = deleted
  await db.transaction(async (tx) => {
    await tx
      .update(deletedTrust)
      .set({ confirmedAt: at })
      .where(eq(deletedTrust.deletedTrustId, deletedTrustId))
    await tx.delete(trustFirstSeen).where(eq(trustFirstSeen.trustKey, resourceKey(trust.resourceId)))
    await forgetProofs(tx, trust.resourceId)
  })
}

/** Azure refused: there is nothing to restore. */
export async function forgetDeletion(db: Database, deletedTrustId: string): Promise<void> {
  await db.delete(deletedTrust).where(eq(deletedTrust.deletedTrustId, deletedTrustId))
}

export async function markRestored(db: Database, at: Date, deletedTrustId: string): Promise<void> {
  await db.update(deletedTrust).set({ restoredAt: at }).where(eq(deletedTrust.deletedTrustId, deletedTrustId))
}

/**
 * What can be made again, newest first. A deletion that Azure never confirmed counts when the trust is not stored any
 * more: `storedNames` are the names that are.
 */
export async function listRestorable(
  db: Database,
  now: Date,
  parentId: string,
  storedNames: readonly string[],
): Promise<DeletedTrust[]> {
  const rows = await db
    .select()
    .from(deletedTrust)
    .where(and(eq(deletedTrust.parentKey, resourceKey(parentId)), isRestorable(now)))
    .orderBy(desc(deletedTrust.deletedAt))
  const stored = new Set(storedNames.map((name) => name.toLowerCase()))
  return rows
    .filter(({ name, confirmedAt }) => confirmedAt !== null || !stored.has(name.toLowerCase()))
    .map(toDeletedTrust)
}

/** Graph's IDs of trusts whose deletion was confirmed. Managed identities have none. */
export async function listGone(db: Database, parentId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ id: sql<string | null>`${deletedTrust.trust}->>'credentialId'` })
    .from(deletedTrust)
    .where(and(eq(deletedTrust.parentKey, resourceKey(parentId)), isNotNull(deletedTrust.confirmedAt)))
  return new Set(rows.flatMap(({ id }) => id ?? []))
}

/** Null when it is unknown for this parent, too old, or was made again. */
export async function findRestorable(
  db: Database,
  now: Date,
  parentId: string,
  deletedTrustId: string,
): Promise<DeletedTrust | null> {
  const [row] = await db
    .select()
    .from(deletedTrust)
    .where(
      and(
        eq(deletedTrust.deletedTrustId, deletedTrustId),
        eq(deletedTrust.parentKey, resourceKey(parentId)),
        isRestorable(now),
      ),
    )
  return row ? toDeletedTrust(row) : null
}

function isRestorable(now: Date) {
  return and(isNull(deletedTrust.restoredAt), gt(deletedTrust.restorableUntil, now))
}

function toDeletedTrust({ deletedTrustId, trust, deletedAt, deletedBy, restorableUntil }: Row): DeletedTrust {
  return {
    deletedTrustId,
    trust,
    deletedAt: deletedAt.toISOString(),
    deletedBy,
    restorableUntil: restorableUntil.toISOString(),
  }
}
