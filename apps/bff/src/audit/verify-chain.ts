import { asc, gt } from 'drizzle-orm'
import * as z from 'zod'
import type { Transaction } from '../db/in-transaction.ts'
import { auditLink } from '../db/schema-audit.ts'
import { genesisHash, hashLink } from './link.ts'

export interface ChainReport {
  /** Links up to the first broken one. */
  readonly links: number
  /** Hash of the last of them; null where there is none. */
  readonly head: string | null
  /** The first link that is wrong, and why. */
  readonly broken: { readonly number: number; readonly why: string } | null
  /** Whether the head that was kept earlier is in the chain; null where none was given. */
  readonly holdsHead: boolean | null
}

const batch = 5000

/** Looks through the whole chain, link by link. */
export async function verifyChain(tx: Transaction, keptHead: string | null): Promise<ChainReport> {
  let number = 0
  let head = genesisHash
  let holdsHead = keptHead === null ? null : keptHead === genesisHash
  // Below 1 too: what was put in before the first link.
  let after = Number.MIN_SAFE_INTEGER
  const report = (broken: ChainReport['broken']): ChainReport => ({
    links: number,
    head: number === 0 ? null : head,
    broken,
    holdsHead,
  })
  for (;;) {
    const links = await tx
      .select()
      .from(auditLink)
      .where(gt(auditLink.number, after))
      .orderBy(asc(auditLink.number))
      .limit(batch)
    for (const link of links) {
      const why = faultOf(link, number + 1, head)
      if (why !== null) return report({ number: Math.min(link.number, number + 1), why })
      number = link.number
      head = link.hash
      if (head === keptHead) holdsHead = true
    }
    const last = links.at(-1)
    if (last === undefined || links.length < batch) return report(null)
    after = last.number
  }
}

const Body = z.looseObject({ number: z.int(), event: z.looseObject({ activityId: z.string() }) })

function faultOf(link: typeof auditLink.$inferSelect, expected: number, head: string): string | null {
  if (link.number > expected) return `it is missing: the next one there is ${link.number}`
  if (link.number < expected) return 'it was put in: the chain begins with 1'
  if (link.previousHash !== head)
    return 'it does not follow the one before it: it was moved, put in or changed'
  if (link.hash !== hashLink(link.previousHash, link.body)) return 'it was changed'
  const body = Body.safeParse(parse(link.body))
  const isOwn =
    body.success && body.data.number === link.number && body.data.event.activityId === link.activityId
  return isOwn ? null : 'its number or its event is not the one that was hashed'
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Told as a fault of the link.
    return null
  }
}
