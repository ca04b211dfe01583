import { changesSince } from '@trustwright/federation'
import type { ReviewForm, ReviewItem, ReviewMeanwhile } from '@trustwright/shared-schemas'
import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { inventoryVersion } from '../../db/schema-inventory.ts'
import { fingerprintOf } from '../../domain/fingerprint.ts'
import { readTrustsOf, type KnownTrust } from '../../domain/inventory-pages.ts'
import { personOwner } from '../../domain/inventory-rows.ts'
import type { Caller } from '../../ports.ts'
import type { ItemRecord, ReviewRecord } from './find-review.ts'
import { portionsOf } from './freeze/portions.ts'
import { stateOf } from './freeze/state-of.ts'

type Told = Pick<ReviewItem, 'meanwhile' | 'changes' | 'now'>
type Kept = Pick<ItemRecord, 'trustKey' | 'fingerprint'> & {
  readonly body: Pick<ItemRecord['body'], 'state'>
}

/** Whose inventory tells what became of a review's trusts: the one it was made from, or the person's own. */
export function looksInto(caller: Caller, { owner }: Pick<ReviewRecord, 'owner'>): string {
  return caller.isAdmin === true ? owner : personOwner(caller)
}

/** What became of the trusts, and of what they open, since their facts were kept, in the order of the items. */
export async function meanwhileOf(
  db: Database,
  whose: string,
  items: readonly Kept[],
): Promise<readonly Told[]> {
  if (items.length === 0) return []
  const told: Told[] = []
  const isRead = await hasAny(db, whose)
  for (const some of portionsOf(items)) {
    const keys = some.map(({ trustKey }) => trustKey)
    const stored = new Map((await readTrustsOf(db, whose, keys)).map((trust) => [trust.key, trust]))
    for (const { body, fingerprint, trustKey } of some) {
      const found = stored.get(trustKey)
      if (found === undefined) {
        told.push({ meanwhile: isRead ? 'gone' : 'not-read', changes: [], now: null })
        continue
      }
      const now = fingerprintOf(found.stored.credential)
      const isSame = now === fingerprint
      const { changes } = changesSince(body.state, stateOf(found))
      told.push({
        meanwhile: isSame ? 'same' : 'changed',
        changes: changes.map(({ text, widens }) => ({ text, widens })),
        now: isSame ? null : nowOf(found, now),
      })
    }
  }
  return told
}

function nowOf({ stored }: KnownTrust, fingerprint: string): ReviewForm {
  const { audiences, expression, issuer, subject } = stored.credential
  return { issuer, subject, expression: expression ?? null, audiences: [...audiences], fingerprint }
}

/** In short, for many. */
export async function meanwhileStates(
  db: Database,
  whose: string,
  items: readonly Kept[],
): Promise<readonly ReviewMeanwhile[]> {
  return (await meanwhileOf(db, whose, items)).map(({ meanwhile }) => meanwhile)
}

async function hasAny(db: Database, owner: string): Promise<boolean> {
  const [row] = await db
    .select({ key: inventoryVersion.key })
    .from(inventoryVersion)
    .where(and(eq(inventoryVersion.owner, owner), isNull(inventoryVersion.untilScan)))
    .limit(1)
  return row !== undefined
}
