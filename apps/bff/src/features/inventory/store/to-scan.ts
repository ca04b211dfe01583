import type { InventoryScan } from '@trustwright/shared-schemas'
import type { inventoryScan } from '../../../db/schema-inventory.ts'
import { portalOwner } from '../../../domain/inventory-rows.ts'

export function toScan(row: typeof inventoryScan.$inferSelect): InventoryScan {
  return {
    scanId: row.scanId,
    number: row.number,
    owner: row.owner === portalOwner ? 'portal' : 'mine',
    state: row.state,
    waitingFor: row.waitingFor,
    stoppedBecause: row.stoppedBecause,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    subscriptionsFound: row.subscriptionsFound,
    subscriptionsUnreadable: row.subscriptionsUnreadable,
    identitiesFound: row.identitiesFound,
    identitiesRead: row.identitiesRead,
    identitiesUnreadable: row.identitiesUnreadable,
    identitiesBy: identitiesBy(row.cursors),
    applicationsFound: row.applicationsFound,
    applicationsRead: row.applicationsRead,
    applicationsUnreadable: row.applicationsUnreadable,
    trustsFound: row.trustsFound,
    requests: row.requests,
    leastRequests: row.leastRequests,
    perSecond: row.perSecond,
    secondsLeft: row.secondsLeft,
    waitingUntil: row.waitingUntil?.toISOString() ?? null,
  }
}

/** How the trusts of managed identities were read so far; null before the first of them. */
export function identitiesBy(
  cursors: typeof inventoryScan.$inferSelect.cursors,
): InventoryScan['identitiesBy'] {
  if (cursors['servicePrincipalsIncomplete'] === 'refused') return 'each'
  return cursors['servicePrincipals'] === undefined ? null : 'list'
}
