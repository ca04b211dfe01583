import type { DraftBody } from '@trustwright/shared-schemas'
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from './moment.ts'

/** Unfinished work of the wizard. It belongs to a person, not to a session, so it survives a sign-out. */
export const draft = pgTable(
  'draft',
  {
    draftId: uuid('draft_id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    ownerObjectId: text('owner_object_id').notNull(),
    /** Counts up with every save, so that two tabs cannot overwrite each other unseen. */
    version: integer('version').notNull(),
    body: jsonb('body').$type<DraftBody>().notNull(),
    /** The newest set-up run that was started from it. */
    runId: uuid('run_id'),
    createdAt: moment('created_at').notNull(),
    changedAt: moment('changed_at').notNull(),
  },
  (table) => [
    index('draft_owner').on(table.tenantId, table.ownerObjectId, table.changedAt),
    index('draft_changed').on(table.changedAt),
  ],
)
