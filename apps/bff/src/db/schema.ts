import type { PatternSupport, ProofMeans, Trust, TrustParent } from '@trustwright/shared-schemas'
import { sql, type SQL } from 'drizzle-orm'
import {
  bigserial,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  type PgColumn,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** One signed-in browser. The cookie's value is never stored, only its SHA-256. */
export const session = pgTable(
  'session',
  {
    idHash: text('id_hash').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    objectId: text('object_id').notNull(),
    username: text('username').notNull(),
    displayName: text('display_name').notNull(),
    /** An administrator of the portal, by the ID token of the sign-in. */
    isAdmin: boolean('is_admin').notNull().default(false),
    homeAccountId: text('home_account_id').notNull(),
    /** Entra's own `sid` claim, for a front-channel logout. */
    entraSessionId: text('entra_session_id'),
    loginHint: text('login_hint'),
    createdAt: moment('created_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    /** Claims that the next sign-in must ask for; set when Azure asked for a fresh sign-in. */
    stepUpClaims: text('step_up_claims'),
    tokenCache: bytes('token_cache').notNull(),
    keyId: text('key_id').notNull(),
    cacheVersion: integer('cache_version').notNull(),
  },
  (table) => [index('session_last_seen').on(table.lastSeenAt), index('session_ends').on(table.endsAt)],
)

/** A sign-in on its way to Entra and back. */
export const signInAttempt = pgTable(
  'sign_in_attempt',
  {
    stateHash: text('state_hash').primaryKey(),
    /** SHA-256 of the value of the attempt's cookie. */
    browserHash: text('browser_hash').notNull(),
    sealed: bytes('sealed').notNull(),
    keyId: text('key_id').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [index('sign_in_attempt_browser').on(table.browserHash)],
)

/** Whose role an event is about, in lower case: it stands in the values. */
export function rolePrincipal({
  after,
  before,
}: Readonly<Record<'after' | 'before', PgColumn>>): SQL<string> {
  return sql<string>`lower(coalesce(${after}->>'principalId', ${before}->>'principalId'))`
}

/**
 * The audit trail as it is read: rows are added, finished once, and never deleted by the portal. What vouches for them is
 * the chain of `audit_link`.
 */
export const activityEvent = pgTable(
  'activity_event',
  {
    activityId: uuid('activity_id').primaryKey(),
    sequence: bigserial('sequence', { mode: 'number' }).notNull(),
    at: moment('at').notNull(),
    finishedAt: moment('finished_at'),
    tenantId: text('tenant_id').notNull(),
    actorObjectId: text('actor_object_id').notNull(),
    actorUsername: text('actor_username').notNull(),
    operation: text('operation').notNull(),
    target: text('target').notNull(),
    /** The target in lower case, since ARM resource IDs compare without case. */
    targetKey: text('target_key').notNull(),
    outcome: text('outcome').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
    problemCode: text('problem_code'),
    upstreamRequestId: text('upstream_request_id'),
    /** How the actor came; null where nobody did, and in what was stored before that was kept. */
    door: text('door').$type<'cookie' | 'bearer'>(),
    /** The portal that began it, to find what a dead one left; null in what was stored before that was kept. */
    replica: uuid('replica'),
  },
  (table) => [
    index('activity_actor').on(table.tenantId, table.actorObjectId, table.sequence),
    index('activity_target').on(table.targetKey.op('text_pattern_ops'), table.sequence),
    index('activity_outcome').on(table.outcome),
    index('activity_role').on(rolePrincipal(table), table.sequence),
  ],
)

/** Values of a deleted trust, written before the deletion goes to Azure and confirmed after it. */
export const deletedTrust = pgTable(
  'deleted_trust',
  {
    deletedTrustId: uuid('deleted_trust_id').primaryKey(),
    /** Lower-case ARM resource ID of the identity. */
    parentKey: text('parent_key').notNull(),
    name: text('name').notNull(),
    /** The trust as it was shown (shape: `Trust` of the contract). */
    trust: jsonb('trust').$type<Trust>().notNull(),
    deletedAt: moment('deleted_at').notNull(),
    deletedBy: text('deleted_by').notNull(),
    restorableUntil: moment('restorable_until').notNull(),
    /** Null while Azure has not confirmed the deletion. */
    confirmedAt: moment('confirmed_at'),
    restoredAt: moment('restored_at'),
  },
  (table) => [index('deleted_trust_parent').on(table.parentKey, table.deletedAt)],
)

/** The last time that each means proved exactly these stored values. Never a token, nor a part of one. */
export const trustProof = pgTable(
  'trust_proof',
  {
    /** Lower-case ARM resource ID of the trust. */
    trustKey: text('trust_key').notNull(),
    fingerprint: text('fingerprint').notNull(),
    means: text('means').$type<ProofMeans>().notNull().default('exchange'),
    at: moment('at').notNull(),
    by: text('by').notNull(),
    /** Such as the address of a sign-in record, or the ID of a beacon. */
    evidence: jsonb('evidence').$type<Readonly<Record<string, string>>>(),
  },
  (table) => [
    primaryKey({
      name: 'trust_proof_trust_key_fingerprint_means_pk',
      columns: [table.trustKey, table.fingerprint, table.means],
    }),
  ],
)

export const trustFirstSeen = pgTable('trust_first_seen', {
  /** Lower-case ARM resource ID of the trust. */
  trustKey: text('trust_key').primaryKey(),
  at: moment('at').notNull(),
})

/** Whether a tenant takes patterns on one kind of parent, as far as it was found out. */
export const patternSupport = pgTable(
  'pattern_support',
  {
    tenantId: text('tenant_id').notNull(),
    parentKind: text('parent_kind').$type<TrustParent['kind']>().notNull(),
    accepted: boolean('accepted').notNull(),
    evidence: text('evidence').notNull(),
    checkedAt: moment('checked_at').notNull(),
    by: text('by').$type<PatternSupport['by']>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.parentKind] })],
)
