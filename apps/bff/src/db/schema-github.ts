import { customType, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { moment } from './moment.ts'
import { session } from './schema.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** One person's access to GitHub; it ends with the session it was given in. */
export const githubConnection = pgTable('github_connection', {
  sessionId: text('session_id')
    .primaryKey()
    .references(() => session.idHash, { onDelete: 'cascade' }),
  login: text('login').notNull(),
  connectedAt: moment('connected_at').notNull(),
  /** When the access can no longer be renewed; null where GitHub names no end. */
  endsAt: moment('ends_at'),
  /** The tokens (shape: `GithubTokens`). */
  sealed: bytes('sealed').notNull(),
  keyId: text('key_id').notNull(),
  /** Counts renewals, so that of two at once the second is noticed. */
  version: integer('version').notNull(),
})
