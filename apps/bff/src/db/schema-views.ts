import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { moment } from './moment.ts'

/** A way to look at the list of trusts, of a person or shared with the tenant. */
export const savedView = pgTable(
  'saved_view',
  {
    viewId: uuid('view_id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    ownerObjectId: text('owner_object_id').notNull(),
    shared: boolean('shared').notNull(),
    name: text('name').notNull(),
    query: text('query').notNull(),
    sort: text('sort').notNull(),
    columns: text('columns').notNull(),
    of: text('of').$type<'mine' | 'portal'>().notNull(),
    /** Counts up with every save, so that nobody saves over what they did not see. */
    version: integer('version').notNull(),
    savedBy: text('saved_by').notNull(),
    changedAt: moment('changed_at').notNull(),
  },
  (table) => [
    index('saved_view_tenant').on(table.tenantId, table.ownerObjectId),
    uniqueIndex('saved_view_own_name')
      .on(table.tenantId, table.ownerObjectId, sql`lower(${table.name})`)
      .where(sql`not ${table.shared}`),
    uniqueIndex('saved_view_shared_name')
      .on(table.tenantId, sql`lower(${table.name})`)
      .where(sql`${table.shared}`),
  ],
)

/** Which view opens by itself for a person. */
export const defaultView = pgTable(
  'default_view',
  {
    tenantId: text('tenant_id').notNull(),
    objectId: text('object_id').notNull(),
    viewId: uuid('view_id')
      .notNull()
      .references(() => savedView.viewId, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.objectId] })],
)
