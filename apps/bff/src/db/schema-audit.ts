import { bigint, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'

/**
 * The chain of the audit trail: one link for each begin and end of an event, whose hash covers the link before it. Triggers
 * refuse every change of a stored link (`drizzle/0007_audit_is_append_only.sql`).
 */
export const auditLink = pgTable(
  'audit_link',
  {
    /** Counts up from 1 without a gap. */
    number: bigint('number', { mode: 'number' }).primaryKey(),
    activityId: uuid('activity_id').notNull(),
    /** Canonical JSON of the entry, exactly as it was hashed. */
    body: text('body').notNull(),
    /** Of the link before it; 64 zeros in the first one. */
    previousHash: text('previous_hash').notNull(),
    /** SHA-256, as hexadecimal digits, over the previous hash, a line feed, and the body. */
    hash: text('hash').notNull(),
  },
  (table) => [index('audit_link_activity').on(table.activityId, table.number)],
)
