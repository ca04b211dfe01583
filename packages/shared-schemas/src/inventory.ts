import * as z from 'zod'
import { Trust } from './trust.ts'

/** One pass over all subscriptions a person may read. */
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
  trustsFound: z.int(),
  /** Estimate from the pace so far; null while there is nothing to estimate from. */
  secondsLeft: z.number().nullable(),
  /** Set while Azure asked the portal to wait. */
  waitingUntil: z.iso.datetime().nullable(),
})
export type InventoryScan = z.infer<typeof InventoryScan>

export const Unreadable = z.strictObject({
  kind: z.enum(['subscription', 'identity']),
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
