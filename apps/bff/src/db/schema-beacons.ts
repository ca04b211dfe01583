import type { BeaconDifference, BeaconRefusal, TrustParent } from '@trustwright/shared-schemas'
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from './moment.ts'

/** What a token at a beacon is compared with: the values as they were stored when it was opened. */
export interface BeaconValues {
  readonly issuer: string
  readonly subject: string | null
  readonly audiences: readonly string[]
  readonly expression: string | null
}

/** A one-time address that waits for a workload's token. The token is never stored, nor the address. */
export const beacon = pgTable(
  'beacon',
  {
    beaconId: uuid('beacon_id').primaryKey(),
    /** SHA-256 of the secret part of the address. */
    secretHash: text('secret_hash').notNull(),
    tenantId: text('tenant_id').notNull(),
    ownerObjectId: text('owner_object_id').notNull(),
    ownerUsername: text('owner_username').notNull(),
    parent: jsonb('parent').$type<TrustParent>().notNull(),
    trustName: text('trust_name').notNull(),
    /** ARM resource ID of the trust, or the portal's own of an application's. */
    trustId: text('trust_id').notNull(),
    fingerprint: text('fingerprint').notNull(),
    trust: jsonb('trust').$type<BeaconValues>().notNull(),
    audience: text('audience').notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    /** When a token with a verified signature came; no other is taken after it. */
    heardAt: moment('heard_at'),
    differences: jsonb('differences').$type<readonly BeaconDifference[]>(),
    refusals: integer('refusals').notNull().default(0),
    lastRefusal: text('last_refusal').$type<BeaconRefusal>(),
    lastRefusalAt: moment('last_refusal_at'),
  },
  (table) => [
    index('beacon_owner').on(table.tenantId, table.ownerObjectId, table.expiresAt),
    index('beacon_expires').on(table.expiresAt),
  ],
)
