import * as z from 'zod'
import { InventoryParent } from './inventory-parent.ts'
import { InventoryRow } from './inventory.ts'

/** A pass that reached its end, as it can be read again. */
export const InventorySnapshot = z.strictObject({
  number: z.int(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  trusts: z.int(),
  /** Identities, applications and whole areas that this pass could not read: their older rows stand in it. */
  unreadable: z.int(),
  /** Against the snapshot before. */
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
})
export type InventorySnapshot = z.infer<typeof InventorySnapshot>

export const InventorySnapshots = z.strictObject({
  snapshots: z.array(InventorySnapshot),
  /** Older ones are dropped after so many days; the newest stays. */
  keptDays: z.number(),
})
export type InventorySnapshots = z.infer<typeof InventorySnapshots>

/** Who made a change, where a log tells. */
export const ChangedBy = z.strictObject({
  who: z.string(),
  at: z.iso.datetime(),
  source: z.enum(['portal', 'activity-log', 'directory-audit']),
})
export type ChangedBy = z.infer<typeof ChangedBy>

const SeenTrust = InventoryRow.omit({ revision: true, readAt: true })

export const InventoryChange = z.strictObject({
  kind: z.enum(['trust', 'parent']),
  change: z.enum(['added', 'removed', 'changed']),
  key: z.string(),
  parentKey: z.string(),
  displayName: z.string(),
  /** Exactly one pair is filled: that of its kind. Null where there was nothing. */
  before: z.union([SeenTrust, InventoryParent]).nullable(),
  after: z.union([SeenTrust, InventoryParent]).nullable(),
  /** Null where no log tells, or the person may not read it. */
  by: ChangedBy.nullable(),
})
export type InventoryChange = z.infer<typeof InventoryChange>

export const InventoryComparison = z.strictObject({
  from: z.int(),
  to: z.int(),
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
  changes: z.array(InventoryChange),
  /** Pass as `after` to read on; null at the end. */
  nextAfter: z.string().nullable(),
  /** Logs that could not be asked, in words. */
  logsUnread: z.array(z.string()),
})
export type InventoryComparison = z.infer<typeof InventoryComparison>
