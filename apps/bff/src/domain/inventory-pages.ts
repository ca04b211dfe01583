import type { Fact, FindingParent, LastUse } from '@trustwright/federation'
import { and, asc, count, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { inventoryVersion } from '../db/schema-inventory.ts'
import { lastUse, newestScan, toParent, type ScanTimes } from './inventory-facts.ts'
import type { InventoryOwner, StoredParent, StoredTrust } from './inventory-rows.ts'

/** A stored trust with what is known of the parent that it is stored on. */
export interface KnownTrust {
  readonly key: string
  readonly parentKey: string
  /** Of the inventory's row: the same as long as its values are. */
  readonly print: string
  readonly stored: StoredTrust
  /** Undefined: it could not be read itself. */
  readonly parent: FindingParent | undefined
  readonly storedParent: StoredParent | undefined
  readonly lastUse: Fact<LastUse>
}

/** One answer of the database at a time, so that requests are answered between two of them. */
const pageSize = 500

type Reader = Pick<Database, 'select'>

/** What an inventory holds now, by parent, some hundred trusts at a time: no size of a tenant holds up the process. */
export async function* readTrustPages(
  db: Reader,
  owner: InventoryOwner,
): AsyncGenerator<readonly KnownTrust[]> {
  const { key, parentKey } = inventoryVersion
  const times = await newestScan(db, owner)
  let last: KnownTrust | undefined
  for (;;) {
    // As one comparison of two columns, which the index over parents answers.
    const behind = last && sql`(${parentKey}, ${key}) > (${last.parentKey}, ${last.key})`
    const page = await readPage(db, { owner, times, which: behind })
    if (page.length > 0) yield page
    if (page.length < pageSize) return
    last = page.at(-1)
  }
}

/** Those of these keys that the inventory still holds, in no order. At most some hundred keys. */
export async function readTrustsOf(
  db: Reader,
  owner: InventoryOwner,
  keys: readonly string[],
): Promise<readonly KnownTrust[]> {
  if (keys.length > pageSize) throw new Error('Too many keys for one page')
  const times = await newestScan(db, owner)
  return await readPage(db, { owner, times, which: inArray(inventoryVersion.key, [...keys]) })
}

interface PageWanted {
  readonly owner: InventoryOwner
  readonly times: ScanTimes
  readonly which: SQL | undefined
}

async function readPage(db: Reader, { owner, times, which }: PageWanted): Promise<readonly KnownTrust[]> {
  const { body, fingerprint, key, kind, parentKey, untilScan } = inventoryVersion
  const holds = and(eq(inventoryVersion.owner, owner), isNull(untilScan))
  const rows = await db
    .select({ key, parentKey, fingerprint, body })
    .from(inventoryVersion)
    .where(and(holds, eq(kind, 'trust'), which))
    .orderBy(asc(parentKey), asc(key))
    .limit(pageSize)
  const parentKeys = [...new Set(rows.map((row) => row.parentKey))]
  if (parentKeys.length === 0) return []
  const [parents, counts] = await Promise.all([
    db
      .select({ key, body })
      .from(inventoryVersion)
      .where(and(holds, eq(kind, 'parent'), inArray(key, parentKeys))),
    db
      .select({ parentKey, trusts: count() })
      .from(inventoryVersion)
      .where(and(holds, eq(kind, 'trust'), inArray(parentKey, parentKeys)))
      .groupBy(parentKey),
  ])
  // The kind tells which body a row has.
  const parentOf = new Map(parents.map((row) => [row.key, row.body as StoredParent]))
  const trustsOn = new Map(counts.map((row) => [row.parentKey, row.trusts]))
  const facts = new Map([...parentOf].map(([at, parent]) => [at, toParent(parent)]))
  return rows.map((row) => ({
    key: row.key,
    parentKey: row.parentKey,
    print: row.fingerprint,
    // The kind tells which body a row has.
    stored: row.body as StoredTrust,
    parent: facts.get(row.parentKey),
    storedParent: parentOf.get(row.parentKey),
    lastUse: lastUse(parentOf.get(row.parentKey), trustsOn.get(row.parentKey) ?? 0, times),
  }))
}
