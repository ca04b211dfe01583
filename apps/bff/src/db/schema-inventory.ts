import type { InventoryState, Unreadable, UpstreamRequests } from '@trustwright/shared-schemas'
import { sql } from 'drizzle-orm'
import {
  bigint,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { moment } from './moment.ts'

/** Gives every change of every inventory its number, in the order of writing. */
export const inventoryRevision = pgSequence('inventory_revision')

/** Where each list goes on, by its name; null is its end. A list that is absent has not begun. */
export type ScanCursors = Readonly<Record<string, string | null>>

/** One run over everything that its owner may read. */
export const inventoryScan = pgTable(
  'inventory_scan',
  {
    scanId: uuid('scan_id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    /** `person:<objectId>` or `portal`; empty in runs of portals that kept none. */
    owner: text('owner').notNull().default(''),
    /** Whose tokens it uses; empty for the portal's own. */
    ownerObjectId: text('owner_object_id').notNull(),
    /** Counts up for each owner. */
    number: integer('number').notNull().default(0),
    /** Session whose tokens the run uses; empty for the portal's own. */
    sessionId: text('session_id').notNull(),
    username: text('username').notNull().default(''),
    /** One random ID a process: the one that works on it, or did last. */
    processId: text('process_id').notNull(),
    heartbeatAt: moment('heartbeat_at').notNull(),
    state: text('state').$type<InventoryState>().notNull(),
    waitingFor: text('waiting_for').$type<'azure' | 'other-scan'>(),
    stoppedBecause: text('stopped_because'),
    startedAt: moment('started_at').notNull(),
    finishedAt: moment('finished_at'),
    subscriptionsFound: integer('subscriptions_found').notNull().default(0),
    subscriptionsUnreadable: integer('subscriptions_unreadable').notNull().default(0),
    identitiesFound: integer('identities_found').notNull().default(0),
    identitiesRead: integer('identities_read').notNull().default(0),
    identitiesUnreadable: integer('identities_unreadable').notNull().default(0),
    applicationsFound: integer('applications_found').notNull().default(0),
    applicationsRead: integer('applications_read').notNull().default(0),
    applicationsUnreadable: integer('applications_unreadable').notNull().default(0),
    trustsFound: integer('trusts_found').notNull().default(0),
    requests: jsonb('requests')
      .$type<UpstreamRequests>()
      .notNull()
      .default({ graph: 0, arm: 0, resourceGraph: 0 }),
    leastRequests: integer('least_requests'),
    perSecond: doublePrecision('per_second'),
    secondsLeft: doublePrecision('seconds_left'),
    waitingUntil: moment('waiting_until'),
    /** Against the snapshot before; null until it is finished. */
    added: integer('added'),
    removed: integer('removed'),
    changed: integer('changed'),
    cursors: jsonb('cursors').$type<ScanCursors>().notNull().default({}),
  },
  (table) => [
    index('inventory_scan_owner').on(table.tenantId, table.ownerObjectId, table.startedAt),
    index('inventory_scan_number').on(table.owner, table.number),
    index('inventory_scan_state').on(table.state),
    uniqueIndex('inventory_scan_open')
      .on(table.owner)
      .where(sql`${table.state} in ('queued', 'running', 'waiting', 'signed-out') and ${table.owner} <> ''`),
  ],
)

/** What a run could not read. */
export const inventoryUnreadable = pgTable(
  'inventory_unreadable',
  {
    scanId: uuid('scan_id')
      .notNull()
      .references(() => inventoryScan.scanId, { onDelete: 'cascade' }),
    ordinal: integer('ordinal').notNull(),
    kind: text('kind').$type<Unreadable['kind']>().notNull(),
    scope: text('scope').notNull(),
    displayName: text('display_name').notNull(),
    code: text('code').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [primaryKey({ columns: [table.scanId, table.ordinal] })],
)

/** A trust or parent as it stood from one run up to another: snapshot N holds `from_scan <= N < until_scan`. */
export const inventoryVersion = pgTable(
  'inventory_version',
  {
    owner: text('owner').notNull(),
    kind: text('kind').$type<'parent' | 'trust'>().notNull(),
    key: text('key').notNull(),
    parentKey: text('parent_key').notNull(),
    /** SHA-256 of the body's canonical JSON. */
    fingerprint: text('fingerprint').notNull(),
    /** Shapes: `StoredParent` and `StoredTrust` of the inventory's feature. */
    body: jsonb('body').notNull(),
    fromScan: integer('from_scan').notNull(),
    /** Null while it holds. */
    untilScan: integer('until_scan'),
    revision: bigint('revision', { mode: 'number' }).notNull(),
    /** When these values were first read. */
    readAt: moment('read_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.owner, table.kind, table.key, table.fromScan] }),
    index('inventory_version_revision').on(table.owner, table.revision),
    uniqueIndex('inventory_version_holds')
      .on(table.owner, table.kind, table.key)
      .where(sql`${table.untilScan} is null`),
    index('inventory_version_parent')
      .on(table.owner, table.parentKey)
      .where(sql`${table.untilScan} is null`),
  ],
)

/** When the trusts of each parent were last read whole. */
export const inventoryParentRead = pgTable(
  'inventory_parent_read',
  {
    owner: text('owner').notNull(),
    parentKey: text('parent_key').notNull(),
    lastReadScan: integer('last_read_scan').notNull(),
    lastReadAt: moment('last_read_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.owner, table.parentKey] })],
)
