import type { GuardrailRefusal, PolicySet, RequestAsked, TrustRequest } from '@trustwright/shared-schemas'
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from './moment.ts'

/** Every version of the portal's rules; the highest one holds. */
export const policyVersion = pgTable(
  'policy_version',
  {
    tenantId: text('tenant_id').notNull(),
    version: integer('version').notNull(),
    body: jsonb('body').$type<PolicySet>().notNull(),
    savedByObjectId: text('saved_by_object_id').notNull(),
    savedBy: text('saved_by').notNull(),
    savedAt: moment('saved_at').notNull(),
    note: text('note'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.version] })],
)

/** What somebody asked the administrators of the portal to create. */
export const trustRequest = pgTable(
  'trust_request',
  {
    requestId: uuid('request_id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    state: text('state').$type<TrustRequest['state']>().notNull(),
    /** Counts up with every change, so that nobody decides about what they did not see. */
    version: integer('version').notNull(),
    requesterObjectId: text('requester_object_id').notNull(),
    requester: text('requester').notNull(),
    requestedAt: moment('requested_at').notNull(),
    asked: jsonb('asked').$type<RequestAsked>().notNull(),
    why: text('why').notNull(),
    guardrails: jsonb('guardrails').$type<readonly GuardrailRefusal[]>().notNull(),
    /** Who decided, or whose approval is being carried out. */
    deciderObjectId: text('decider_object_id'),
    decider: text('decider'),
    decidedAt: moment('decided_at'),
    answer: text('answer'),
    problem: jsonb('problem').$type<TrustRequest['problem']>(),
    /** Of a set-up: the run that the last approval began. */
    runId: uuid('run_id'),
    /** The trusts that came of it. */
    made: jsonb('made').$type<TrustRequest['made']>().notNull().default([]),
  },
  (table) => [
    index('trust_request_requester').on(table.tenantId, table.requesterObjectId, table.requestedAt),
    index('trust_request_state').on(table.tenantId, table.state, table.requestedAt),
  ],
)
