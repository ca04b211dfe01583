import type { TrustHistory, TrustRef } from '@trustwright/shared-schemas'
import { type CredentialHolder, holderOf } from '../../domain/credential-holder.ts'
import { personOwner, portalOwner } from '../../domain/inventory-rows.ts'
import { resourceKey } from '../../domain/resource-ids.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { readTrustLogs } from './read-logs.ts'
import { readReadings, readVersions } from './read-versions.ts'
import { toHistory } from './to-history.ts'
import type { TrustHistoryDeps } from './trust-history-deps.ts'

const mostEvents = 100

/**
 * Everything that is known to have happened to a trust, also to one that is gone. What others did through the portal is for
 * whoever may read the identity or application now. Throws as Azure does.
 */
export async function readTrustHistory(
  deps: TrustHistoryDeps,
  caller: Caller,
  { parent, trustName }: TrustRef,
): Promise<TrustHistory> {
  const { db } = deps
  const holder = holderOf(deps, parent)
  const key = resourceKey(holder.trustId(trustName))
  const mine = personOwner(caller)
  const [isParentGone, own, portals] = await Promise.all([
    isGone(holder, caller),
    readVersions(db, mine, key),
    caller.isAdmin === true ? readVersions(db, portalOwner, key) : [],
  ])
  const [versions, owner] = isLonger(portals, own) ? [portals, portalOwner] : [own, mine]
  const [page, readings, logs] = await Promise.all([
    deps.readEvents(caller, holder.trustId(trustName), { limit: mostEvents, mine: isParentGone }),
    readReadings(db, owner),
    isParentGone ? noLogs : readTrustLogs(deps, caller, { parent, trustName, key }),
  ])
  const holds = versions.at(-1)
  return {
    entries: toHistory({ versions, readings, events: page.events, logs: logs.writes }),
    hasMore: page.nextBefore !== null,
    readSince: versions[0]?.readAt.toISOString() ?? null,
    lastReadAt: holds === undefined ? null : (readings.at(-1)?.endedAt ?? holds.readAt).toISOString(),
    logsSince: logs.since,
    unread: [...logs.unread],
    isParentGone,
  }
}

const noLogs: Awaited<ReturnType<typeof readTrustLogs>> = { writes: [], since: null, unread: [] }

async function isGone(holder: CredentialHolder, caller: Caller): Promise<boolean> {
  try {
    await holder.readIdentity(caller)
    return false
  } catch (error) {
    if (error instanceof PortalError && error.code === 'NOT_FOUND') return true
    throw error
  }
}

type Versions = Awaited<ReturnType<typeof readVersions>>

function isLonger([first]: Versions, [other]: Versions): boolean {
  if (first === undefined || other === undefined) return first !== undefined
  return first.readAt < other.readAt
}
