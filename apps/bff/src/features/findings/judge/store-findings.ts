import { createHash } from 'node:crypto'
import type { Finding, FindingInventory, JudgedInventory } from '@trustwright/federation'
import { findingRuleIds, findingSeverities, type StoredFinding } from '@trustwright/shared-schemas'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { finding } from '../../../db/schema-findings.ts'
import type { OwnerOrder } from './judge-owner.ts'

const rowsAtOnce = 1_000

export interface Judged {
  readonly report: JudgedInventory
  readonly scan: number | null
  readonly inventory: Pick<FindingInventory, 'trusts' | 'parents'>
}

type Row = typeof finding.$inferInsert
type Kept = Pick<
  typeof finding.$inferSelect,
  'keyHash' | 'bodyHash' | 'rule' | 'trustKey' | 'parentKey' | 'fixedAt'
>

/**
 * Writes what is new or reads otherwise, and marks what is over. A finding stays while a fact is missing that its rule needs:
 * nobody knows then that it is over.
 */
export async function storeFindings(db: Database, order: OwnerOrder, judged: Judged): Promise<void> {
  const kept = await readKept(db, order)
  const found = new Map(judged.report.findings.map((each) => rowOf(order, each, judged.scan)).map(byHash))
  const changed = [...found.values()].filter((row) => {
    const before = kept.get(row.keyHash)
    return before === undefined || before.fixedAt !== null || before.bodyHash !== row.bodyHash
  })
  for (const rows of inChunks(changed)) await upsert(db, rows)
  const over = [...kept.values()].filter(
    ({ keyHash, fixedAt, rule, trustKey, parentKey }) =>
      fixedAt === null && !found.has(keyHash) && !judged.report.isUnjudged(rule, trustKey ?? parentKey),
  )
  await markFixed(db, order, over, judged.inventory)
}

async function readKept(db: Database, order: OwnerOrder): Promise<ReadonlyMap<string, Kept>> {
  const { keyHash, bodyHash, rule, trustKey, parentKey, fixedAt } = finding
  const rows = await db
    .select({ keyHash, bodyHash, rule, trustKey, parentKey, fixedAt })
    .from(finding)
    .where(ofOwner(order))
  return new Map(rows.map(byHash))
}

function rowOf({ tenantId, owner, now }: OwnerOrder, body: Finding, scan: number | null): Row {
  const { key, rule, severity, trustKey, parentKey, title, trustName, parentName, issuer, subject } = body
  return {
    tenantId,
    owner,
    keyHash: sha256(key),
    rule,
    severity,
    rank: findingSeverities.indexOf(severity) * findingRuleIds.length + findingRuleIds.indexOf(rule),
    trustKey,
    parentKey,
    // PostgreSQL stores no NUL.
    search: wellFormed(
      [title, trustName, parentName, issuer, subject].map((text) => text ?? '').join('\n'),
    ).toLowerCase(),
    body: wellFormedFinding(body),
    bodyHash: sha256(JSON.stringify(body)),
    firstSeenScan: scan,
    firstSeenAt: new Date(now),
  }
}

function wellFormedFinding(body: Finding): Finding {
  // The same object with other letters in its texts.
  return JSON.parse(JSON.stringify(body).replaceAll(String.raw`\u0000`, '\ufffd')) as Finding
}

function wellFormed(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd')
}

async function upsert(db: Database, rows: Row[]): Promise<void> {
  await db
    .insert(finding)
    .values(rows)
    .onConflictDoUpdate({
      target: [finding.tenantId, finding.owner, finding.keyHash],
      set: {
        severity: sql`excluded.severity`,
        rank: sql`excluded.rank`,
        search: sql`excluded.search`,
        body: sql`excluded.body`,
        bodyHash: sql`excluded.body_hash`,
        fixedAt: null,
        fixedBy: null,
      },
    })
}

async function markFixed(
  db: Database,
  order: OwnerOrder,
  over: readonly Kept[],
  { trusts, parents }: Judged['inventory'],
): Promise<void> {
  const there = new Set([...trusts, ...parents].map(({ key }) => key))
  const byReason = Map.groupBy(over, ({ trustKey, parentKey }): NonNullable<StoredFinding['fixedBy']> =>
    there.has(trustKey ?? parentKey) ? 'no-longer-holds' : 'trust-gone',
  )
  for (const [fixedBy, rows] of byReason) {
    for (const some of inChunks(rows)) {
      await db
        .update(finding)
        .set({ fixedAt: new Date(order.now), fixedBy, acceptRuleId: null })
        .where(
          and(
            ofOwner(order),
            inArray(
              finding.keyHash,
              some.map(({ keyHash }) => keyHash),
            ),
          ),
        )
    }
  }
}

function ofOwner({ tenantId, owner }: OwnerOrder) {
  return and(eq(finding.tenantId, tenantId), eq(finding.owner, owner))
}

function byHash<T extends { readonly keyHash: string }>(row: T): [string, T] {
  return [row.keyHash, row]
}

function* inChunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) yield rows.slice(at, at + rowsAtOnce)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
