import * as z from 'zod'
import { Identity } from './identity.ts'
import { Trust } from './trust.ts'

/** One pass over all subscriptions a person may read, and the applications of the directory. */
export const InventoryScan = z.strictObject({
  scanId: z.uuid(),
  state: z.enum(['running', 'finished', 'stopped']),
  /** Why it stopped before its end, in words; null otherwise. */
  stoppedBecause: z.string().nullable(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  subscriptionsFound: z.int(),
  subscriptionsUnreadable: z.int(),
  identitiesFound: z.int(),
  identitiesRead: z.int(),
  identitiesUnreadable: z.int(),
  /** Applications that have trusts; left out by passes of portals that did not read them yet. */
  applicationsFound: z.int().optional(),
  applicationsRead: z.int().optional(),
  /** Those that Graph counted and did not show, or whose trusts it broke off. */
  applicationsUnreadable: z.int().optional(),
  trustsFound: z.int(),
  /** Estimate from the pace so far; null while there is nothing to estimate from. */
  secondsLeft: z.number().nullable(),
  /** Set while Azure asked the portal to wait. */
  waitingUntil: z.iso.datetime().nullable(),
})
export type InventoryScan = z.infer<typeof InventoryScan>

export const Unreadable = z.strictObject({
  /** `application`: one of them; `directory`: all applications that are left. */
  kind: z.enum(['subscription', 'identity', 'application', 'directory']),
  scope: z.string(),
  displayName: z.string(),
  code: z.string(),
  reason: z.string(),
})
export type Unreadable = z.infer<typeof Unreadable>

/** Rows are numbered in the order they were read, from 1. */
export const InventoryRow = z.strictObject({
  ordinal: z.int(),
  trust: Trust,
  /** Of an application: its name; left out for a managed identity, whose name is in `trust.parent`. */
  applicationName: z.string().optional(),
  /** Both empty for a trust of an application. */
  subscriptionName: z.string(),
  location: z.string(),
})
export type InventoryRow = z.infer<typeof InventoryRow>

export const InventoryPage = z.strictObject({
  scan: InventoryScan,
  unreadable: z.array(Unreadable),
  rows: z.array(InventoryRow),
  /** Pass as `after` to read on; equal to the request's when there was nothing new. */
  nextAfter: z.int(),
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
