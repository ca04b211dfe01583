import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { anyOf } from '../../../db/any-of.ts'
import type { Database } from '../../../db/database.ts'
import { inventoryParentRead, inventoryVersion } from '../../../db/schema-inventory.ts'
import type { StoredParent } from '../../../domain/inventory-rows.ts'

/** Parents as they stand, by their keys. */
export async function readParents(
  db: Database,
  owner: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, StoredParent>> {
  if (keys.length === 0) return new Map()
  const rows = await db
    .select({ key: inventoryVersion.key, body: inventoryVersion.body })
    .from(inventoryVersion)
    .where(and(holding(owner), anyOf(inventoryVersion.key, keys)))
  // Written by `foldVersions` alone, of this kind.
  return new Map(rows.map(({ key, body }) => [key, body as StoredParent]))
}

export interface StandingParent {
  readonly parent: StoredParent
  readonly fingerprint: string
}

/** All parents as they stand, in pages by key. */
export async function* eachParent(
  db: Database,
  owner: string,
  pageSize: number,
): AsyncGenerator<StandingParent[]> {
  const { key, body, fingerprint } = inventoryVersion
  for (let after = ''; ;) {
    const rows = await db
      .select({ key, body, fingerprint })
      .from(inventoryVersion)
      .where(and(holding(owner), gt(inventoryVersion.key, after)))
      .orderBy(asc(inventoryVersion.key))
      .limit(pageSize)
    if (rows.length === 0) return
    // Written by `foldVersions` alone, of this kind.
    yield rows.map((row) => ({ parent: row.body as StoredParent, fingerprint: row.fingerprint }))
    after = rows.at(-1)?.key ?? after
  }
}

function holding(owner: string) {
  return and(
    eq(inventoryVersion.owner, owner),
    eq(inventoryVersion.kind, 'parent'),
    isNull(inventoryVersion.untilScan),
  )
}

/** When each parent was last read: run and time, by key. */
export async function readLastReads(
  db: Database,
  owner: string,
): Promise<ReadonlyMap<string, { scan: number; at: Date }>> {
  const rows = await db.select().from(inventoryParentRead).where(eq(inventoryParentRead.owner, owner))
  return new Map(
    rows.map(({ parentKey, lastReadScan, lastReadAt }) => [
      parentKey,
      { scan: lastReadScan, at: lastReadAt },
    ]),
  )
}
