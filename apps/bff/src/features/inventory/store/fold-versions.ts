import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { anyOf } from '../../../db/any-of.ts'
import { inventoryVersion } from '../../../db/schema-inventory.ts'
import { resourceKey } from '../../../domain/resource-ids.ts'
import {
  parentPrint,
  trustPrint,
  type StoredParent,
  type StoredTrust,
} from '../../../domain/inventory-rows.ts'

export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/** The run that writes. */
export interface FoldingRun {
  readonly owner: string
  readonly number: number
}

export interface Version {
  readonly kind: 'parent' | 'trust'
  readonly key: string
  readonly parentKey: string
  readonly fingerprint: string
  readonly body: StoredParent | StoredTrust
}

/** A parent with its trusts, as they were read. */
export interface ReadParent {
  readonly parent: StoredParent
  readonly trusts: readonly StoredTrust[]
}

export function parentVersion(parent: StoredParent): Version {
  const { key } = parent
  return { kind: 'parent', key, parentKey: key, fingerprint: parentPrint(parent), body: parent }
}

export function trustVersion(parentKey: string, trust: StoredTrust): Version {
  const key = resourceKey(trust.credential.id)
  return { kind: 'trust', key, parentKey, fingerprint: trustPrint(trust), body: trust }
}

interface Held {
  readonly kind: 'parent' | 'trust'
  readonly key: string
  readonly parentKey: string
  readonly fingerprint: string
  readonly fromScan: number
  readonly lastSignInAt: unknown
}

/**
 * Writes what differs from what holds under the same parents. A row that this very run wrote is changed in place; an older
 * one is closed and followed by a new one. Trusts that are not among `versions` are closed where their parent is in `whole`,
 * and everything of the parents in `gone`. Rows that are the same cost nothing.
 */
export async function foldVersions(
  tx: Transaction,
  run: FoldingRun,
  now: Date,
  read: {
    readonly versions: readonly Version[]
    readonly whole: readonly string[]
    readonly gone: readonly string[]
  },
): Promise<void> {
  const versions = new Map(read.versions.map((version) => [nameOf(version), version]))
  const parentKeys = [...new Set([...read.versions.map(({ parentKey }) => parentKey), ...read.gone])]
  // Facts of parents alone do not touch their trusts.
  const isOfParents = read.whole.length === 0 && read.versions.every(({ kind }) => kind === 'parent')
  const kinds = isOfParents && read.gone.length === 0 ? (['parent'] as const) : (['parent', 'trust'] as const)
  const held = await readHeld(tx, run.owner, kinds, parentKeys)
  const [whole, gone] = [new Set(read.whole), new Set(read.gone)]
  const inPlace: Version[] = []
  const closed: Held[] = []
  const isMissing = ({ kind, parentKey }: Held) =>
    gone.has(parentKey) || (kind === 'trust' && whole.has(parentKey))
  for (const row of held) {
    const version = versions.get(nameOf(row))
    if (version === undefined) {
      if (isMissing(row)) closed.push(row)
      continue
    }
    const isSame = version.fingerprint === row.fingerprint
    if (!isSame && row.fromScan < run.number) closed.push(row)
    else {
      // What is left is no new row.
      versions.delete(nameOf(row))
      if (!isSame || isOtherwiseNew(version, row)) inPlace.push(version)
    }
  }
  await changeInPlace(tx, run.owner, inPlace)
  await close(tx, run, closed)
  await insert(tx, run, now, [...versions.values()])
}

function nameOf({ kind, key }: Pick<Version, 'kind' | 'key'>): string {
  return `${kind} ${key}`
}

/** The last sign-in of a parent is news, but no change. */
function isOtherwiseNew({ body }: Version, { lastSignInAt }: Held): boolean {
  return 'lastSignInAt' in body && !isSameJson(body.lastSignInAt, lastSignInAt)
}

function isSameJson(one: StoredParent['lastSignInAt'], other: unknown): boolean {
  // PostgreSQL gives the keys of an object in an order of its own.
  if (typeof other !== 'object' || other === null) return false
  return Object.entries(one).every(([name, value]) => name in other && Reflect.get(other, name) === value)
}

async function readHeld(
  tx: Transaction,
  owner: string,
  kinds: readonly Held['kind'][],
  parentKeys: readonly string[],
): Promise<Held[]> {
  if (parentKeys.length === 0) return []
  const { body, fingerprint, fromScan, key, kind, parentKey, untilScan } = inventoryVersion
  return tx
    .select({ kind, key, parentKey, fingerprint, fromScan, lastSignInAt: sql`${body}->'lastSignInAt'` })
    .from(inventoryVersion)
    .where(
      and(
        eq(inventoryVersion.owner, owner),
        inArray(kind, [...kinds]),
        isNull(untilScan),
        anyOf(parentKey, parentKeys),
      ),
    )
}

async function changeInPlace(tx: Transaction, owner: string, versions: readonly Version[]): Promise<void> {
  for (const some of inPortions(versions)) {
    await tx.execute(sql`update inventory_version v set body = r.body, fingerprint = r.fingerprint,
        revision = nextval('inventory_revision')
      from ${rowsOf(some)} where v.owner = ${owner} and v.until_scan is null
        and v.kind = r.kind and v.key = r.key and v.key = any(${list(some)})`)
  }
}

/** Closes rows that hold. */
export async function close(
  tx: Transaction,
  { owner, number }: FoldingRun,
  rows: readonly Pick<Held, 'kind' | 'key'>[],
): Promise<void> {
  for (const kind of ['parent', 'trust'] as const) {
    for (const some of inPortions(rows.filter((row) => row.kind === kind))) {
      await tx.execute(sql`update inventory_version set until_scan = ${number},
          revision = nextval('inventory_revision')
        where owner = ${owner} and kind = ${kind} and until_scan is null and key = any(${list(some)})`)
    }
  }
}

async function insert(
  tx: Transaction,
  { owner, number }: FoldingRun,
  now: Date,
  versions: readonly Version[],
): Promise<void> {
  for (const some of inPortions(versions)) {
    // A row that this run closed already, and finds again, is opened.
    await tx.execute(sql`insert into inventory_version
        (owner, kind, key, parent_key, fingerprint, body, from_scan, revision, read_at)
      select ${owner}, r.kind, r.key, r."parentKey", r.fingerprint, r.body, ${number}::integer,
        nextval('inventory_revision'), ${now.toISOString()}::timestamptz
      from ${rowsOf(some)}
      on conflict (owner, kind, key, from_scan) do update set until_scan = null, body = excluded.body,
        fingerprint = excluded.fingerprint, parent_key = excluded.parent_key, revision = excluded.revision`)
  }
}

/** Rows of one statement: PostgreSQL takes them as one parameter. */
function rowsOf(versions: readonly Version[]): SQL {
  return sql`jsonb_to_recordset(${JSON.stringify(versions)}::jsonb)
    as r(kind text, key text, "parentKey" text, fingerprint text, body jsonb)`
}

/** Named one by one, so that the index is used whatever the statistics say of a table that grows so fast. */
function list(rows: readonly { readonly key: string }[]): SQL {
  return sql`${sql.param(rows.map(({ key }) => key))}::text[]`
}

function inPortions<T>(items: readonly T[]): T[][] {
  const size = 1000
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}

export async function markRead(
  tx: Transaction,
  { owner, number }: FoldingRun,
  now: Date,
  parentKeys: readonly string[],
): Promise<void> {
  if (parentKeys.length === 0) return
  await tx.execute(sql`insert into inventory_parent_read (owner, parent_key, last_read_scan, last_read_at)
    select ${owner}, k, ${number}::integer, ${now.toISOString()}::timestamptz
    from (select distinct ${each(parentKeys)} as k) as keys
    on conflict (owner, parent_key) do update
      set last_read_scan = excluded.last_read_scan, last_read_at = excluded.last_read_at`)
}

/** A row for each, of one parameter, however many there are. */
export function each(values: readonly string[]): SQL {
  return sql`jsonb_array_elements_text(${JSON.stringify(values)}::jsonb)`
}
