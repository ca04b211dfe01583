import type { ChangedBy } from '@trustwright/shared-schemas'
import { asRefused } from '../../../domain/as-refused.ts'
import type { StoredParent, StoredTrust } from '../../../domain/inventory-rows.ts'
import type { ListPage, LoggedChange } from '../../../inventory-port.ts'
import type { Caller } from '../../../ports.ts'
import type { InventoryDeps } from '../inventory-deps.ts'
import { readItems } from '../scan/read-pages.ts'
import type { Between } from './changed-by.ts'
import type { Difference } from './read-differences.ts'

/** Of more subscriptions the log is not asked: one answer is made from it. */
const mostSubscriptions = 10
/** Azure keeps its activity log for so long. https://learn.microsoft.com/azure/azure-monitor/platform/activity-log */
const keptMs = 90 * 86_400_000

interface Question {
  readonly caller: Caller
  readonly between: Between
  readonly differences: readonly Difference[]
  readonly parents: ReadonlyMap<string, StoredParent>
}

/** Who made these changes outside of the portal, as Azure's own logs tell the person who asks. */
export async function readLogs(
  { arm, clock, directory }: InventoryDeps,
  { caller, between, differences, parents }: Question,
): Promise<{ by: ReadonlyMap<string, ChangedBy>; unread: string[] }> {
  const by = new Map<string, ChangedBy>()
  const unread: string[] = []
  const from = new Date(Math.max(between.since.getTime(), clock.now() - keptMs))
  const { until } = between
  const read = async (
    name: string,
    list: (cursor: string | null) => Promise<ListPage<LoggedChange>>,
  ): Promise<LoggedChange[]> => {
    try {
      return await readItems(list, () => undefined)
    } catch (error) {
      unread.push(`${name}: ${asRefused(error).detail}`)
      return []
    }
  }
  const subscriptions = subscriptionsOf(differences)
  for (const id of subscriptions.slice(0, mostSubscriptions)) {
    const changes = await read(`Activity log of ${id}`, (cursor) =>
      arm.listCredentialWrites(caller, id, { from, until, cursor }),
    )
    // Newest first: the last change of each is set last.
    for (const { target, who, at } of changes.toReversed()) {
      by.set(target.toLowerCase(), { who, at, source: 'activity-log' })
    }
  }
  if (subscriptions.length > mostSubscriptions) {
    unread.push(`Activity logs of ${subscriptions.length - mostSubscriptions} more subscriptions`)
  }
  const ofApplications = differences.filter(({ parentKey }) => parentKey.startsWith('/applications/'))
  if (ofApplications.length > 0) {
    const changes = await read('Directory audit', (cursor) =>
      directory.listApplicationWrites(caller, { from, until, cursor }),
    )
    for (const difference of ofApplications) {
      const found = changes.find((change) => isOf(change, difference, parents.get(difference.parentKey)))
      if (found) by.set(difference.key, { who: found.who, at: found.at, source: 'directory-audit' })
    }
  }
  return { by, unread }
}

function subscriptionsOf(differences: readonly Difference[]): string[] {
  const ids = differences.flatMap(({ parentKey }) => /^\/subscriptions\/([^/]+)/.exec(parentKey)?.[1] ?? [])
  return [...new Set(ids)]
}

/** The audit names the application, and a trust by the values that it shows. */
function isOf(
  { target, text }: LoggedChange,
  { kind, before, after }: Difference,
  parent: StoredParent | undefined,
): boolean {
  if (parent?.objectId?.toLowerCase() !== target.toLowerCase()) return false
  if (kind === 'parent') return true
  // The kind tells which of the two bodies a row has.
  const trust = (after ?? before) as StoredTrust | null
  return trust !== null && text.includes(trust.credential.name)
}
