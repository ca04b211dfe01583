import { customType, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { moment } from './moment.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** An access token for the portal's API that a person came with, so that work can go on while it lives. */
export const bearerGrant = pgTable(
  'bearer_grant',
  {
    /** `bearer.` and the SHA-256 of the token. */
    idHash: text('id_hash').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    objectId: text('object_id').notNull(),
    /** The token itself, sealed. */
    assertion: bytes('assertion').notNull(),
    assertionKeyId: text('assertion_key_id').notNull(),
    /** What was exchanged for it, sealed; null before the first exchange. */
    tokenCache: bytes('token_cache'),
    cacheKeyId: text('cache_key_id'),
    cacheVersion: integer('cache_version').notNull(),
    /** Claims that Azure or Entra asked for beyond those of the token: what a new one has to prove. */
    stepUpClaims: text('step_up_claims'),
    /** The end of the token. */
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [index('bearer_grant_expires').on(table.expiresAt)],
)
