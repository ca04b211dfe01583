import type { Trust } from '@trustwright/shared-schemas'
import { and, asc, count, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { inventoryScan, inventoryUnreadable, inventoryVersion } from '../db/schema-inventory.ts'
import type { Caller, Clock } from '../ports.ts'
import { personOwner, type StoredParent, type StoredTrust } from './inventory-rows.ts'
import { describeTrusts } from './trust-facts.ts'

/** A trust of the person's newest complete reading of the tenant. */
export interface TenantTrust {
  readonly trust: Trust
  /** Of an application; null for a managed identity. */
  readonly applicationName: string | null
}

export interface TenantTrusts {
  readonly trusts: readonly TenantTrust[]
  /** When it ended; null where the person has none that did. */
  readonly readAt: Date | null
  /** Identities, applications and whole areas that it could not read. */
  readonly unread: number
}

export interface Near {
  readonly issuer: string
  readonly subject: string
}

/** As much as one answer is made from. */
const mostRows = 2000

/**
 * Trusts with nearly this issuer (letter case, end slashes and white space left out) or nearly this subject, from what this
 * very person read: nobody is told of what they may not read. `near` is not empty.
 */
export async function findTenantTrusts(
  { clock, db }: { readonly clock: Clock; readonly db: Database },
  caller: Pick<Caller, 'objectId'>,
  near: readonly Near[] | null,
): Promise<TenantTrusts> {
  const owner = personOwner(caller)
  const [scan] = await db
    .select()
    .from(inventoryScan)
    .where(and(eq(inventoryScan.owner, owner), eq(inventoryScan.state, 'finished')))
    .orderBy(desc(inventoryScan.number))
    .limit(1)
  if (scan === undefined) return { trusts: [], readAt: null, unread: 0 }
  const rows = await findRows(db, owner, near)
  const described = await describeTrusts(
    db,
    clock,
    rows.map(({ trust }) => trust),
  )
  const [unreadable] = await db
    .select({ number: count() })
    .from(inventoryUnreadable)
    .where(and(eq(inventoryUnreadable.scanId, scan.scanId), sql`${inventoryUnreadable.kind} <> 'facts'`))
  const trusts = described.map((trust, index) => {
    const parent = rows[index]?.parent
    return { trust, applicationName: parent?.parent.kind === 'application' ? parent.displayName : null }
  })
  return { trusts, readAt: scan.finishedAt, unread: unreadable?.number ?? 0 }
}

async function findRows(
  db: Database,
  owner: string,
  near: readonly Near[] | null,
): Promise<{ trust: StoredTrust; parent: StoredParent | null }[]> {
  const { body, key, kind, untilScan } = inventoryVersion
  const subject = plain(sql`${body}->'credential'->>'subject'`)
  const parent = sql<StoredParent | null>`(select p.body from inventory_version p where p.owner = ${owner}
    and p.kind = 'parent' and p.key = inventory_version.parent_key and p.until_scan is null)`
  return (
    db
      // The kind tells which body a row has.
      .select({ trust: sql<StoredTrust>`${body}`, parent })
      .from(inventoryVersion)
      .where(
        and(
          eq(inventoryVersion.owner, owner),
          eq(kind, 'trust'),
          isNull(untilScan),
          near === null ? undefined : isNear(near),
        ),
      )
      .orderBy(
        ...(near === null
          ? []
          : [
              sql`(${inArray(
                subject,
                near.map(({ subject: wanted }) => wanted.trim().toLowerCase()),
              )}) desc nulls last`,
            ]),
        asc(key),
      )
      .limit(mostRows)
  )
}

function isNear(near: readonly Near[]) {
  const { body } = inventoryVersion
  return or(
    inArray(plain(sql`${body}->'credential'->>'issuer'`), [
      ...new Set(near.map(({ issuer }) => withoutEnd(issuer))),
    ]),
    inArray(plain(sql`${body}->'credential'->>'subject'`), [
      ...new Set(near.map(({ subject }) => withoutEnd(subject))),
    ]),
  )
}

function plain(value: ReturnType<typeof sql>) {
  return sql<string>`lower(rtrim(btrim(${value}), '/'))`
}

function withoutEnd(text: string): string {
  return text
    .trim()
    .replace(/\/{1,50}$/, '')
    .toLowerCase()
}
