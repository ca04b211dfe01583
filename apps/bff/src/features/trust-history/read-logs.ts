import type { ChangedBy, TrustParent } from '@trustwright/shared-schemas'
import { asRefused } from '../../domain/as-refused.ts'
import { demandNewPage } from '../../domain/new-page.ts'
import type { ListPage, LoggedChange, LogWanted } from '../../inventory-port.ts'
import type { Caller } from '../../ports.ts'
import type { TrustHistoryDeps } from './trust-history-deps.ts'

/** Azure's activity log goes back so far. https://learn.microsoft.com/azure/azure-monitor/platform/activity-log */
const keptMs = { managedIdentity: 90 * 86_400_000, application: 30 * 86_400_000 } as const
/** A page is of the whole subscription or directory: a busy one is not read to its end for one trust. */
const mostPages = 5

interface Asked {
  readonly parent: TrustParent
  readonly trustName: string
  /** Resource ID in lower case. */
  readonly key: string
}

/**
 * Writes of a trust by Azure's own logs: the activity log of a managed identity's subscription, the directory audit for an
 * application (kept 30 days with a P1 licence, https://learn.microsoft.com/entra/identity/monitoring-health/reference-reports-data-retention).
 */
export async function readTrustLogs(
  deps: TrustHistoryDeps,
  caller: Caller,
  asked: Asked,
): Promise<{ writes: readonly ChangedBy[]; since: string | null; unread: readonly string[] }> {
  const { parent } = asked
  const until = new Date(deps.clock.now())
  const from = new Date(until.getTime() - keptMs[parent.kind])
  const name = parent.kind === 'application' ? 'Directory audit' : 'Azure’s activity log'
  try {
    const read = await readsOf(deps, caller, asked)
    const { items, isWhole } = await readSome((cursor) => read.list({ from, until, cursor }))
    const writes = items.filter(read.isOf).map(({ who, at }): ChangedBy => ({
      who,
      at,
      source: parent.kind === 'application' ? 'directory-audit' : 'activity-log',
    }))
    const oldest = items.at(-1)?.at
    const unread = isWhole
      ? []
      : [
          `${name}: it tells of so much that it was read back to ${oldest?.slice(0, 10) ?? 'its newest page'} only.`,
        ]
    return { writes, since: (isWhole ? from.toISOString() : oldest) ?? null, unread }
  } catch (error) {
    return { writes: [], since: null, unread: [`${name}: ${asRefused(error).detail}`] }
  }
}

async function readsOf({ arm, directory }: TrustHistoryDeps, caller: Caller, asked: Asked) {
  const { parent, trustName, key } = asked
  if (parent.kind === 'managedIdentity')
    return {
      list: (wanted: LogWanted) => arm.listCredentialWrites(caller, parent.subscriptionId, wanted),
      isOf: ({ target }: LoggedChange) => target.toLowerCase() === key,
    }
  const { objectId } = await directory.readApplication(caller, parent.appId)
  return {
    list: (wanted: LogWanted) => directory.listApplicationWrites(caller, wanted),
    // The audit names the application, and a trust by the values that it shows.
    isOf: ({ target, text }: LoggedChange) =>
      target.toLowerCase() === objectId.toLowerCase() && text.includes(trustName),
  }
}

async function readSome(
  list: (cursor: string | null) => Promise<ListPage<LoggedChange>>,
): Promise<{ items: readonly LoggedChange[]; isWhole: boolean }> {
  const items: LoggedChange[] = []
  const seen = new Set<string>()
  let cursor: string | null = null
  for (let page = 0; page < mostPages; page += 1) {
    const read: ListPage<LoggedChange> = await list(cursor)
    items.push(...read.items)
    if (read.nextCursor === null) return { items, isWhole: true }
    demandNewPage(seen, read.nextCursor)
    cursor = read.nextCursor
  }
  return { items, isWhole: false }
}
