import { and, asc, eq, ne } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { inventoryScan, inventoryVersion } from '../../db/schema-inventory.ts'
import type { StoredTrust } from '../../domain/inventory-rows.ts'
import type { Reading, ReadVersion } from './to-history.ts'

/** A trust's values over time, as one inventory read them. */
export async function readVersions(db: Database, owner: string, key: string): Promise<ReadVersion[]> {
  const { fromScan, untilScan, readAt, body } = inventoryVersion
  const rows = await db
    .select({ fromScan, untilScan, readAt, body })
    .from(inventoryVersion)
    .where(
      and(
        eq(inventoryVersion.owner, owner),
        eq(inventoryVersion.kind, 'trust'),
        eq(inventoryVersion.key, key),
      ),
    )
    .orderBy(asc(fromScan))
  return rows.map(({ body: stored, ...row }) => {
    // The kind tells which body a row has.
    const { issuer, subject, expression, audiences, description } = (stored as StoredTrust).credential
    return {
      ...row,
      values: {
        issuer,
        subject,
        expression: expression || null,
        audience: audiences[0] ?? null,
        description: description || null,
      },
    }
  })
}

/** The readings of an inventory that are kept, in their order. */
export async function readReadings(db: Database, owner: string): Promise<Reading[]> {
  const { number, startedAt, finishedAt } = inventoryScan
  const rows = await db
    .select({ number, startedAt, finishedAt })
    .from(inventoryScan)
    .where(and(eq(inventoryScan.owner, owner), ne(inventoryScan.state, 'queued')))
    .orderBy(asc(number))
  return rows.map((row) => ({
    number: row.number,
    startedAt: row.startedAt,
    endedAt: row.finishedAt ?? row.startedAt,
  }))
}
