import * as z from 'zod'
import { Identity } from './identity.ts'
import { InventoryParent } from './inventory-parent.ts'
import { Trust } from './trust.ts'
import { Unreadable } from './unreadable.ts'

/** Requests sent to Azure, by area. */
export const UpstreamRequests = z.strictObject({
  graph: z.int(),
  arm: z.int(),
  resourceGraph: z.int(),
})
export type UpstreamRequests = z.infer<typeof UpstreamRequests>

/**
 * `queued`: its turn comes; `waiting`: Azure asked for it, or another pass of the tenant runs (`waitingFor`); `signed-out`:
 * it goes on when the person signs in again. These four and `running` are open, the others are ends.
 */
export const InventoryState = z.enum(['queued', 'running', 'waiting', 'signed-out', 'finished', 'stopped'])
export type InventoryState = z.infer<typeof InventoryState>

/** One pass over everything that its owner may read. */
export const InventoryScan = z.strictObject({
  scanId: z.uuid(),
  /** Counts up for each owner, from 1. A snapshot is named by it. */
  number: z.int(),
  /** `portal`: read by the portal's own identity, on a schedule. */
  owner: z.enum(['mine', 'portal']),
  state: InventoryState,
  waitingFor: z.enum(['azure', 'other-scan']).nullable(),
  /** Why it stopped before its end, in words; null otherwise. */
  stoppedBecause: z.string().nullable(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  subscriptionsFound: z.int(),
  subscriptionsUnreadable: z.int(),
  identitiesFound: z.int(),
  identitiesRead: z.int(),
  identitiesUnreadable: z.int(),
  /** By one list of Graph, or each by itself, where the tenant refuses that list; null before it was asked. */
  identitiesBy: z.enum(['list', 'each']).nullable(),
  /** Applications that have trusts. */
  applicationsFound: z.int(),
  applicationsRead: z.int(),
  /** Those that Graph counted and did not show, or whose trusts it broke off. */
  applicationsUnreadable: z.int(),
  trustsFound: z.int(),
  requests: UpstreamRequests,
  /** What the same work takes at least, as far as is known by now; null before the first counts came. */
  leastRequests: z.int().nullable(),
  /** Identities and applications a second; null while there is nothing to measure. */
  perSecond: z.number().nullable(),
  /** Estimate from the pace so far; null while there is nothing to estimate from. */
  secondsLeft: z.number().nullable(),
  /** Set while Azure asked the portal to wait. */
  waitingUntil: z.iso.datetime().nullable(),
})
export type InventoryScan = z.infer<typeof InventoryScan>

/** A trust as the newest pass, or one snapshot, saw it. */
export const InventoryRow = z.strictObject({
  /** Grows with every change. */
  revision: z.int(),
  /** Resource ID of the trust in lower case: the same in every pass. */
  key: z.string(),
  parentKey: z.string(),
  /** When its identity or application was last read. */
  readAt: z.iso.datetime(),
  trust: Trust,
  /** Of an application: its name; left out for a managed identity, whose name is in `trust.parent`. */
  applicationName: z.string().optional(),
  /** Both empty for a trust of an application. */
  subscriptionName: z.string(),
  location: z.string(),
})
export type InventoryRow = z.infer<typeof InventoryRow>

export const InventoryParentRow = z.strictObject({
  revision: z.int(),
  readAt: z.iso.datetime(),
  ...InventoryParent.shape,
})
export type InventoryParentRow = z.infer<typeof InventoryParentRow>

/**
 * What stands, in pages that name a parent before its trusts, and after that what changed since. The reader has everything
 * once `hasMore` is false.
 */
export const InventoryPage = z.strictObject({
  /** The newest pass of this owner; null where there was none. */
  scan: InventoryScan.nullable(),
  unreadable: z.array(Unreadable),
  rows: z.array(InventoryRow),
  parents: z.array(InventoryParentRow),
  /** What is no longer there; to be taken out before `rows` and `parents` are put in. */
  gone: z.array(z.strictObject({ kind: z.enum(['trust', 'parent']), key: z.string() })),
  /** Pass as `after` to read on. */
  nextAfter: z.string(),
  hasMore: z.boolean(),
})
export type InventoryPage = z.infer<typeof InventoryPage>

/** Managed identities of every subscription that the person may read. */
export const IdentitySearch = z.strictObject({
  identities: z.array(Identity),
  /** False where more exist than were read. */
  complete: z.boolean(),
  /** `resource-graph` may lag behind a change by a minute. */
  source: z.enum(['resource-graph', 'lists']),
  unreadable: z.array(Unreadable),
})
export type IdentitySearch = z.infer<typeof IdentitySearch>
