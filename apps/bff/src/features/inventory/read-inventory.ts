import type { InventoryPage, InventoryParentRow, InventoryRow } from '@trustwright/shared-schemas'
import { and, asc, eq, sql } from 'drizzle-orm'
import { anyOf } from '../../db/any-of.ts'
import type { Database } from '../../db/database.ts'
import { inventoryParentRead, inventoryScan, inventoryUnreadable } from '../../db/schema-inventory.ts'
import type { StoredParent, StoredTrust } from '../../domain/inventory-rows.ts'
import { describeTrusts } from '../../domain/trust-facts.ts'
import { PortalError } from '../../errors.ts'
import type { Clock } from '../../ports.ts'
import { describeScan } from './describe-scan.ts'
import { findLatest } from './store/begin-scan.ts'
import { readPage } from './read-page.ts'
import { readParentsAt, type VersionRow } from './store/read-versions.ts'

interface Wanted {
  readonly owner: string
  /** Where the page before ended; empty at the beginning. */
  readonly after: string
  readonly limit: number
  /** An older snapshot in the place of the newest state. */
  readonly snapshot?: number | undefined
  /** Key of the one application or identity whose rows are wanted. */
  readonly parent?: string | undefined
}

/** Progress first, rows second: rows that came between are in the next page, never lost. Throws NOT_FOUND for an unknown snapshot. */
export async function readInventory(
  { clock, db }: { readonly clock: Clock; readonly db: Database },
  { owner, after, limit, snapshot, parent }: Wanted,
): Promise<InventoryPage> {
  const row = snapshot === undefined ? await findLatest(db, owner) : await findSnapshot(db, owner, snapshot)
  const unreadable = row === null ? [] : await readUnreadable(db, row.scanId, parent)
  const { changes, nextAfter, hasMore } = await readPage(db, { owner, after, limit, snapshot, parent })
  const held = changes.filter(({ gone }) => !gone)
  const trusts = held.filter(({ kind }) => kind === 'trust')
  const parentKeys = [...new Set(held.map(({ parentKey }) => parentKey))]
  const inPage = new Map(held.filter(({ kind }) => kind === 'parent').map(({ key, body }) => [key, body]))
  const others = parentKeys.filter((key) => !inPage.has(key))
  const [parents, readAt, described] = await Promise.all([
    readParentsAt(db, owner, others, snapshot),
    readTimes(db, owner, parentKeys),
    describeTrusts(
      db,
      clock,
      trusts.map(({ body }) => body as StoredTrust),
    ),
  ])
  const timeOf = (version: VersionRow) =>
    (readAt.get(version.parentKey) ?? new Date(version.readAt)).toISOString()
  return {
    scan: row === null ? null : await describeScan(db, row),
    unreadable,
    rows: trusts.flatMap((version, index): InventoryRow[] => {
      const trust = described[index]
      if (trust === undefined) return []
      const { revision, key, parentKey } = version
      // Written by `foldVersions` alone, of its kind.
      const parent = (inPage.get(parentKey) as StoredParent | undefined) ?? parents.get(parentKey)
      return [{ revision, key, parentKey, readAt: timeOf(version), trust, ...placeOf(parent) }]
    }),
    parents: held
      .filter(({ kind }) => kind === 'parent')
      .map((version): InventoryParentRow => {
        // Written by `foldVersions` alone, of this kind.
        const body = version.body as StoredParent
        return { revision: version.revision, readAt: timeOf(version), ...body }
      }),
    gone: changes.filter(({ gone }) => gone).map(({ kind, key }) => ({ kind, key })),
    nextAfter,
    hasMore,
  }
}

function placeOf(parent: StoredParent | undefined) {
  const { subscriptionName = '', location = '' } = parent ?? {}
  const isApplication = parent?.parent.kind === 'application'
  return { subscriptionName, location, ...(isApplication && { applicationName: parent.displayName }) }
}

async function findSnapshot(db: Database, owner: string, number: number) {
  const [row] = await db
    .select()
    .from(inventoryScan)
    .where(
      and(
        eq(inventoryScan.owner, owner),
        eq(inventoryScan.number, number),
        eq(inventoryScan.state, 'finished'),
      ),
    )
  if (row) return row
  throw new PortalError('NOT_FOUND', {
    detail: `There is no snapshot ${number}. It may have been kept for as long as the portal keeps them.`,
    nextStep: 'Choose one from the list of snapshots.',
  })
}

/** Of one application or identity alone: not what else of the tenant could not be read. */
async function readUnreadable(db: Database, scanId: string, parent: string | undefined) {
  const { kind, scope, displayName, code, reason } = inventoryUnreadable
  const isWanted = parent === undefined ? undefined : eq(sql`lower(${scope})`, parent)
  return db
    .select({ kind, scope, displayName, code, reason })
    .from(inventoryUnreadable)
    .where(and(eq(inventoryUnreadable.scanId, scanId), isWanted))
    .orderBy(asc(inventoryUnreadable.ordinal))
}

async function readTimes(
  db: Database,
  owner: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  if (keys.length === 0) return new Map()
  const { parentKey, lastReadAt } = inventoryParentRead
  const rows = await db
    .select({ parentKey, lastReadAt })
    .from(inventoryParentRead)
    .where(and(eq(inventoryParentRead.owner, owner), anyOf(parentKey, keys)))
  return new Map(rows.map((each) => [each.parentKey, each.lastReadAt]))
}
