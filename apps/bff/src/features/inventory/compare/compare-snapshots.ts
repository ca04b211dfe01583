import type { InventoryChange, InventoryComparison } from '@trustwright/shared-schemas'
import { and, eq, inArray } from 'drizzle-orm'
import { inventoryScan } from '../../../db/schema-inventory.ts'
import { toTrust } from '../../../domain/to-trust.ts'
import type { StoredParent, StoredTrust } from '../../../domain/inventory-rows.ts'
import { PortalError } from '../../../errors.ts'
import type { Caller } from '../../../ports.ts'
import type { InventoryDeps } from '../inventory-deps.ts'
import { readParentsAt } from '../store/read-versions.ts'
import { changedThroughPortal } from './changed-by.ts'
import { countDifferences, placeOf, readDifferences, type Difference } from './read-differences.ts'
import { readLogs } from './read-logs.ts'

interface Wanted {
  readonly owner: string
  readonly from: number
  readonly to: number
  readonly after?: string | undefined
  readonly limit: number
}

/** What two snapshots hold differently, and who made it so. Throws NOT_FOUND. */
export async function compareSnapshots(
  deps: InventoryDeps,
  caller: Caller,
  wanted: Wanted,
): Promise<InventoryComparison> {
  const { db } = deps
  const { owner, from, to, limit } = wanted
  const { since, until } = await findTimes(deps, wanted)
  const differences = await readDifferences(db, { owner, from, to, after: wanted.after ?? '', limit })
  const counts = await countDifferences(db, wanted)
  const keys = differences.map(({ key }) => key)
  const between = { tenantId: caller.tenantId, since, until }
  const portal = await changedThroughPortal(db, between, keys)
  const unknown = differences.filter(({ key }) => !portal.has(key))
  const parents = await readParentsAt(db, owner, [...new Set(unknown.map(({ parentKey }) => parentKey))], to)
  const logs = await readLogs(deps, { caller, between, differences: unknown, parents })
  const last = differences.length === limit ? differences.at(-1) : undefined
  return {
    from,
    to,
    ...counts,
    changes: differences.map((difference) => ({
      ...toChange(difference),
      by: portal.get(difference.key) ?? logs.by.get(difference.key) ?? null,
    })),
    nextAfter: last === undefined ? null : placeOf(last),
    logsUnread: logs.unread,
  }
}

async function findTimes(
  { db }: InventoryDeps,
  { owner, from, to }: Wanted,
): Promise<{ since: Date; until: Date }> {
  const rows = await db
    .select()
    .from(inventoryScan)
    .where(
      and(
        eq(inventoryScan.owner, owner),
        eq(inventoryScan.state, 'finished'),
        inArray(inventoryScan.number, [from, to]),
      ),
    )
  const [one, other] = [from, to].map((number) => rows.find((row) => row.number === number))
  if (one !== undefined && other !== undefined && from < to) {
    return { since: one.startedAt, until: other.finishedAt ?? other.startedAt }
  }
  throw new PortalError('NOT_FOUND', {
    detail: `There are no snapshots ${from} and ${to} of yours, the first one the older.`,
    nextStep: 'Choose two from the list of snapshots.',
  })
}

function toChange({ kind, key, parentKey, before, after }: Difference): Omit<InventoryChange, 'by'> {
  const change = before === null ? 'added' : after === null ? 'removed' : 'changed'
  if (kind === 'parent') {
    // The kind tells which of the two bodies a row has.
    const [old, current] = [before as StoredParent | null, after as StoredParent | null]
    const displayName = (current ?? old)?.displayName ?? key
    return { kind, change, key, parentKey, displayName, before: old, after: current }
  }
  const [old, current] = [before as StoredTrust | null, after as StoredTrust | null]
  const seen = (body: StoredTrust | null) => body && { key, parentKey, ...plainTrust(body) }
  const displayName = (current ?? old)?.credential.name ?? key
  return { kind, change, key, parentKey, displayName, before: seen(old), after: seen(current) }
}

/** As it was stored, without what the portal knows of it today. */
function plainTrust({ parent, credential }: StoredTrust) {
  const nothing = { createdAt: null, firstSeenAt: null, checked: null, matched: null, seen: null }
  return { trust: toTrust(credential, parent, nothing), subscriptionName: '', location: '' }
}
