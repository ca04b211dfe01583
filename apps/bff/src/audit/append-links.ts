import { desc, sql } from 'drizzle-orm'
import type { Transaction } from '../db/in-transaction.ts'
import { auditLink } from '../db/schema-audit.ts'
import { bodyOf, genesisHash, hashLink, type EventRow, type LinkKind } from './link.ts'

/** Of all replicas: one link is added after the other. */
const chainLock = 7_290_117

/** Until the transaction ends nobody else adds a link. */
export async function takeChain(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${chainLock})`)
}

/**
 * Adds a link for each of these events, in their order. To be the last statements of the transaction that wrote the events:
 * the end of the chain stays locked until it is committed.
 */
export async function appendLinks(
  tx: Transaction,
  events: readonly { readonly kind: LinkKind; readonly row: EventRow }[],
): Promise<void> {
  if (events.length === 0) return
  await takeChain(tx)
  // A statement of its own: it has to see what the holder before us committed.
  const [last] = await tx
    .select({ number: auditLink.number, hash: auditLink.hash })
    .from(auditLink)
    .orderBy(desc(auditLink.number))
    .limit(1)
  let { number, hash } = last ?? { number: 0, hash: genesisHash }
  const links = events.map(({ kind, row }) => {
    number += 1
    const body = bodyOf(number, kind, row)
    const previousHash = hash
    hash = hashLink(previousHash, body)
    return { number, activityId: row.activityId, body, previousHash, hash }
  })
  await tx.insert(auditLink).values(links)
}
