import {
  knownFact,
  unknownFact,
  type Fact,
  type FindingInventory,
  type FindingParent,
  type FindingTrust,
  type LastUse,
} from '@trustwright/federation'
import { and, desc, eq, gt, inArray, isNull, min, or, lte, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { trustFirstSeen } from '../db/schema.ts'
import { inventoryScan, inventoryVersion } from '../db/schema-inventory.ts'
import type { StoredParent, StoredTrust } from './inventory-rows.ts'

export interface InventoryState {
  /** Without what was found outside of Azure: issuers and repositories are left to whoever asks them. */
  readonly inventory: FindingInventory
  /** Number of the newest finished run, or the one asked for; null where there is none. */
  readonly scan: number | null
}

interface Wanted {
  readonly owner: string
  readonly snapshot: number | undefined
  readonly around?: Around | undefined
}

/** A part of an inventory: some parents with their trusts, and every other trust that has one of these subjects. */
export interface Around {
  readonly parentKeys: readonly string[]
  readonly subjects: readonly string[]
}

const day = 86_400_000

/** What an owner's inventory holds, or held in one snapshot, as the rules for findings read it; or a part of it. */
export async function readInventoryFacts(
  db: Database,
  owner: string,
  snapshot?: number,
  around?: Around,
): Promise<InventoryState> {
  const wanted = { owner, snapshot, around }
  const [scan, parents, trusts, firstSeen] = await Promise.all([
    newestScan(db, owner),
    readBodies(db, wanted, 'parent'),
    readBodies(db, wanted, 'trust'),
    readFirstSeen(db, wanted),
  ])
  const byKey = new Map(parents.map(({ key, body }) => [key, body]))
  const counts = Map.groupBy(trusts, ({ parentKey }) => parentKey)
  return {
    scan: snapshot ?? scan.number,
    inventory: {
      issuers: [],
      repositories: [],
      parents: parents.map(({ body }) => toParent(body)),
      trusts: trusts.map(({ key, parentKey, body }) => ({
        ...toTrust(key, parentKey, body),
        createdAt: createdAt(firstSeen.get(key)),
        lastUse: lastUse(byKey.get(parentKey), counts.get(parentKey)?.length ?? 0, scan),
      })),
    },
  }
}

/** A stored parent as the rules read it. */
export function toParent({ parent, location, ...body }: StoredParent): FindingParent {
  return {
    ...body,
    kind: parent.kind,
    region: location === '' ? null : location,
    azurePolicies: body.azurePolicies ?? unknownFact(parent.kind === 'application' ? 'not-told' : 'not-read'),
  }
}

function toTrust(
  key: string,
  parentKey: string,
  { credential }: StoredTrust,
): Omit<FindingTrust, 'createdAt' | 'lastUse'> {
  const { name, issuer, subject, audiences, expression } = credential
  return { key, parentKey, name, issuer, subject, audiences, expression: expression ?? null }
}

function within(around: Around | undefined): SQL | undefined {
  if (around === undefined) return undefined
  const { body, parentKey } = inventoryVersion
  // An empty list would not be SQL.
  const keys = ['', ...around.parentKeys]
  const subjects = ['', ...around.subjects]
  return or(
    inArray(parentKey, keys),
    inArray(inventoryVersion.key, keys),
    inArray(sql`${body} -> 'credential' ->> 'subject'`, subjects),
  )
}

/** Azure does not tell when a trust was made: the day that the portal first saw it is the latest it can be. */
function createdAt(seen: Date | undefined): Fact<string> {
  return seen === undefined ? unknownFact('not-told') : knownFact(seen.toISOString())
}

export interface ScanTimes {
  readonly number: number | null
  readonly firstAt: Date | null
  readonly lastAt: Date | null
}

/**
 * Azure tells of a whole identity when it last signed in. That is its only trust's last use, and the latest that any of
 * several can have; where it is recent it tells nothing about each of them.
 */
export function lastUse(
  parent: StoredParent | undefined,
  trusts: number,
  { firstAt, lastAt }: ScanTimes,
): Fact<LastUse> {
  if (parent === undefined) return unknownFact('not-read')
  const { lastSignInAt } = parent
  if (!lastSignInAt.known) return lastSignInAt
  const at = lastSignInAt.value
  if (at === null) {
    if (firstAt === null) return unknownFact('too-early')
    return knownFact({ state: 'never', watchedSince: firstAt.toISOString() })
  }
  const isOld = lastAt !== null && lastAt.getTime() - Date.parse(at) >= 90 * day
  return trusts === 1 || isOld ? knownFact({ state: 'used', at }) : unknownFact('not-told')
}

export async function newestScan(db: Pick<Database, 'select'>, owner: string): Promise<ScanTimes> {
  const { number, startedAt, state } = inventoryScan
  const finished = and(eq(inventoryScan.owner, owner), eq(state, 'finished'))
  const [first] = await db
    .select({ at: min(startedAt) })
    .from(inventoryScan)
    .where(finished)
  const [last] = await db
    .select({ number, startedAt })
    .from(inventoryScan)
    .where(finished)
    .orderBy(desc(number))
    .limit(1)
  return { number: last?.number ?? null, firstAt: first?.at ?? null, lastAt: last?.startedAt ?? null }
}

interface Bodies {
  readonly parent: StoredParent
  readonly trust: StoredTrust
}

async function readBodies<K extends keyof Bodies>(
  db: Database,
  { owner, snapshot, around }: Wanted,
  kind: K,
): Promise<{ key: string; parentKey: string; body: Bodies[K] }[]> {
  const { key, parentKey, body } = inventoryVersion
  const rows = await db
    .select({ key, parentKey, body })
    .from(inventoryVersion)
    .where(
      and(
        eq(inventoryVersion.owner, owner),
        eq(inventoryVersion.kind, kind),
        holding(snapshot),
        within(around),
      ),
    )
  // The kind tells which body a row has.
  return rows.map((row) => ({ ...row, body: row.body as Bodies[K] }))
}

function holding(snapshot: number | undefined): SQL | undefined {
  const { fromScan, untilScan } = inventoryVersion
  if (snapshot === undefined) return isNull(untilScan)
  return and(lte(fromScan, snapshot), or(isNull(untilScan), gt(untilScan, snapshot)))
}

async function readFirstSeen(db: Database, { owner, snapshot }: Wanted): Promise<ReadonlyMap<string, Date>> {
  const keys = db
    .select({ key: inventoryVersion.key })
    .from(inventoryVersion)
    .where(and(eq(inventoryVersion.owner, owner), eq(inventoryVersion.kind, 'trust'), holding(snapshot)))
  const rows = await db.select().from(trustFirstSeen).where(inArray(trustFirstSeen.trustKey, keys))
  return new Map(rows.map(({ trustKey, at }) => [trustKey, at]))
}
