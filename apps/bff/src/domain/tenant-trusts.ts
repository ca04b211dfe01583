import type { Trust } from '@trustwright/shared-schemas'
import { and, desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { inventoryRow, inventoryScan } from '../db/schema.ts'
import type { Caller } from '../ports.ts'

/** A trust of the person's newest complete pass over the tenant. */
export interface TenantTrust {
  readonly trust: Trust
  /** Of an application; null for a managed identity. */
  readonly applicationName: string | null
}

export interface TenantTrusts {
  readonly trusts: readonly TenantTrust[]
  /** When the pass ended; null where the person has none that did. */
  readonly readAt: Date | null
  /** Identities and applications that the pass could not read. */
  readonly unread: number
}

export interface Near {
  readonly issuer: string
  readonly subject: string
}

/** As much as one answer is made from. */
const mostRows = 2000

/**
 * Trusts with nearly this issuer (letter case, end slashes and white space left out) or nearly this subject, from the
 * newest complete pass of this very person: nobody is told of what they may not read. `near` is not empty.
 */
export async function findTenantTrusts(
  db: Database,
  { tenantId, objectId }: Pick<Caller, 'tenantId' | 'objectId'>,
  near: readonly Near[] | null,
): Promise<TenantTrusts> {
  const [scan] = await db
    .select()
    .from(inventoryScan)
    .where(
      and(
        eq(inventoryScan.tenantId, tenantId),
        eq(inventoryScan.ownerObjectId, objectId),
        inArray(inventoryScan.state, ['finished']),
        isNotNull(inventoryScan.finishedAt),
      ),
    )
    .orderBy(desc(inventoryScan.startedAt))
    .limit(1)
  if (scan === undefined) return { trusts: [], readAt: null, unread: 0 }
  const { trust, applicationName, ordinal, scanId } = inventoryRow
  const trusts = await db
    .select({ trust, applicationName })
    .from(inventoryRow)
    .where(and(eq(scanId, scan.scanId), near === null ? undefined : isNear(near)))
    .orderBy(
      near === null
        ? ordinal
        : sql`(${inArray(
            plain(sql`${trust}->>'subject'`),
            near.map(({ subject }) => subject.trim().toLowerCase()),
          )}) desc nulls last, ${ordinal}`,
    )
    .limit(mostRows)
  const unread = scan.subscriptionsUnreadable + scan.identitiesUnreadable + scan.applicationsUnreadable
  return { trusts, readAt: scan.finishedAt, unread }
}

function isNear(near: readonly Near[]) {
  const { trust } = inventoryRow
  return or(
    inArray(plain(sql`${trust}->>'issuer'`), [...new Set(near.map(({ issuer }) => withoutEnd(issuer)))]),
    inArray(plain(sql`${trust}->>'subject'`), [...new Set(near.map(({ subject }) => withoutEnd(subject)))]),
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
