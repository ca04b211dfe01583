import type { Unreadable } from '@trustwright/shared-schemas'
import { eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { inventoryRow, inventoryScan, inventoryUnreadable } from '../../db/schema.ts'
import { describeTrusts, type Found } from '../../domain/trust-facts.ts'
import type { Clock } from '../../ports.ts'

export interface FoundRow extends Found {
  readonly applicationName?: string
  readonly subscriptionName: string
  readonly location: string
}

/** What a pass has found so far, on its way to the database. */
export interface PassRecord {
  foundSubscriptions(count: number): Promise<void>
  foundIdentities(count: number): Promise<void>
  readIdentity(rows: readonly FoundRow[]): Promise<void>
  /** `found` is how many there are in all, as far as is known by now. */
  readApplications(read: number, found: number, rows: readonly FoundRow[]): Promise<void>
  unreadable(entry: Unreadable): Promise<void>
  /** Writes what waits, and the progress. Also the sign of life of the pass. */
  flush(): Promise<void>
}

const rowsPerInsert = 500
const flushEveryMs = 500

export interface PassRecordOptions {
  readonly db: Database
  readonly clock: Clock
  readonly scanId: string
  /** In milliseconds since 1970; null while Azure does not ask the portal to wait. */
  readonly waitingUntil: () => number | null
}

export function createPassRecord({ db, clock, scanId, waitingUntil }: PassRecordOptions): PassRecord {
  const counts = {
    subscriptionsFound: 0,
    subscriptionsUnreadable: 0,
    identitiesFound: 0,
    identitiesRead: 0,
    identitiesUnreadable: 0,
    applicationsFound: 0,
    applicationsRead: 0,
    applicationsUnreadable: 0,
    trustsFound: 0,
  }
  const startedAt = clock.now()
  let waiting: FoundRow[] = []
  let unreadable: Unreadable[] = []
  let lastOrdinal = 0
  let lastUnreadable = 0
  let flushedAt = 0
  let writing: Promise<void> = Promise.resolve()

  async function insertRows(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, rowsPerInsert)
      waiting = waiting.slice(rowsPerInsert)
      const trusts = await describeTrusts(db, clock, batch)
      const rows = trusts.flatMap((trust, index) => {
        const found = batch[index]
        if (found === undefined) return []
        const { applicationName, subscriptionName, location } = found
        return [{ scanId, ordinal: (lastOrdinal += 1), trust, applicationName, subscriptionName, location }]
      })
      await db.insert(inventoryRow).values(rows)
    }
  }

  async function insertUnreadable(): Promise<void> {
    const entries = unreadable
    unreadable = []
    if (entries.length === 0) return
    const rows = entries.map((entry) => ({ ...entry, scanId, ordinal: (lastUnreadable += 1) }))
    await db.insert(inventoryUnreadable).values(rows)
  }

  function secondsLeft(): number | null {
    const done = counts.identitiesRead + counts.identitiesUnreadable
    if (done === 0) return null
    const secondsEach = (clock.now() - startedAt) / 1000 / done
    const until = waitingUntil()
    const pause = until === null ? 0 : (until - clock.now()) / 1000
    return Math.round(pause + secondsEach * (counts.identitiesFound - done))
  }

  async function writeAll(): Promise<void> {
    flushedAt = clock.now()
    await insertRows()
    await insertUnreadable()
    const until = waitingUntil()
    await db
      .update(inventoryScan)
      .set({
        ...counts,
        trustsFound: lastOrdinal,
        secondsLeft: secondsLeft(),
        waitingUntil: until === null ? null : new Date(until),
        heartbeatAt: new Date(clock.now()),
      })
      .where(eq(inventoryScan.scanId, scanId))
  }

  /** One write at a time, so that ordinals become visible in their order. */
  function flush(): Promise<void> {
    const mine = writing.then(writeAll)
    // Whoever asked for a write that failed is told; the next one starts anew.
    writing = mine.catch(() => undefined)
    return mine
  }

  async function flushWhenDue(): Promise<void> {
    if (waiting.length >= rowsPerInsert || clock.now() - flushedAt >= flushEveryMs) await flush()
  }

  return {
    flush,
    async foundSubscriptions(count) {
      counts.subscriptionsFound += count
      await flush()
    },
    async foundIdentities(count) {
      counts.identitiesFound += count
      await flushWhenDue()
    },
    async readIdentity(rows) {
      counts.identitiesRead += 1
      waiting.push(...rows)
      await flushWhenDue()
    },
    async readApplications(read, found, rows) {
      counts.applicationsRead += read
      counts.applicationsFound = Math.max(found, counts.applicationsRead)
      waiting.push(...rows)
      await flushWhenDue()
    },
    async unreadable(entry) {
      if (entry.kind === 'subscription') counts.subscriptionsUnreadable += 1
      else if (entry.kind === 'identity') counts.identitiesUnreadable += 1
      else if (entry.kind === 'application') counts.applicationsUnreadable += 1
      else counts.applicationsUnreadable = counts.applicationsFound - counts.applicationsRead
      unreadable.push(entry)
      await flushWhenDue()
    },
  }
}
