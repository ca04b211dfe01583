import type { Finding, NotJudged } from '@trustwright/federation'
import type {
  AcceptRuleBody,
  FindingRuleId,
  FindingRun,
  FindingSeverity,
  StoredFinding,
} from '@trustwright/shared-schemas'
import { sql } from 'drizzle-orm'
import {
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { moment } from './moment.ts'

/** `person:<objectId>` or `portal`: whose inventory it is about. */
const ofOwner = () => ({ tenantId: text('tenant_id').notNull(), owner: text('owner').notNull() })

/** The newest judgement over an owner's inventory. */
export const findingRun = pgTable(
  'finding_run',
  {
    ...ofOwner(),
    state: text('state').$type<FindingRun['state']>().notNull(),
    startedAt: moment('started_at').notNull(),
    finishedAt: moment('finished_at'),
    scan: integer('scan'),
    trusts: integer('trusts').notNull().default(0),
    parents: integer('parents').notNull().default(0),
    notJudged: jsonb('not_judged').$type<readonly NotJudged[]>().notNull().default([]),
    issuersProbed: integer('issuers_probed').notNull().default(0),
    issuersLeft: integer('issuers_left').notNull().default(0),
    repositoriesLookedUp: integer('repositories_looked_up').notNull().default(0),
    repositoriesLeft: integer('repositories_left').notNull().default(0),
    githubBecause: text('github_because').$type<FindingRun['githubBecause']>(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.owner] })],
)

/** What is, or was, wrong. A row stays when it is fixed. */
export const finding = pgTable(
  'finding',
  {
    ...ofOwner(),
    /** SHA-256 of the finding's key. */
    keyHash: text('key_hash').notNull(),
    rule: text('rule').$type<FindingRuleId>().notNull(),
    severity: text('severity').$type<FindingSeverity>().notNull(),
    /** Place in the order of severities and rules: small is worse. */
    rank: smallint('rank').notNull(),
    trustKey: text('trust_key'),
    parentKey: text('parent_key').notNull(),
    /** Title, names, issuer and subject in lower case. */
    search: text('search').notNull(),
    body: jsonb('body').$type<Finding>().notNull(),
    /** SHA-256 of the body: what did not change is not written again. */
    bodyHash: text('body_hash').notNull(),
    firstSeenScan: integer('first_seen_scan'),
    firstSeenAt: moment('first_seen_at').notNull(),
    fixedAt: moment('fixed_at'),
    fixedBy: text('fixed_by').$type<NonNullable<StoredFinding['fixedBy']>>(),
    /** Rule that accepts it; whether the rule still holds stands there. */
    acceptRuleId: uuid('accept_rule_id'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.owner, table.keyHash] }),
    index('finding_order').on(table.tenantId, table.owner, table.rank, table.keyHash),
    index('finding_trust').on(table.tenantId, table.owner, table.trustKey),
    index('finding_parent').on(table.tenantId, table.owner, table.parentKey),
    index('finding_fixed')
      .on(table.fixedAt)
      .where(sql`fixed_at is not null`),
  ],
)

/** Of one finding with exactly these facts, for the whole tenant. Never changed but by its withdrawal. */
export const findingAcceptance = pgTable(
  'finding_acceptance',
  {
    acceptanceId: uuid('acceptance_id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    keyHash: text('key_hash').notNull(),
    until: moment('until').notNull(),
    reason: text('reason').notNull(),
    by: text('by').notNull(),
    byObjectId: text('by_object_id').notNull(),
    at: moment('at').notNull(),
    /** Also when another one took its place. */
    withdrawnAt: moment('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
  },
  (table) => [
    uniqueIndex('finding_acceptance_one')
      .on(table.tenantId, table.keyHash)
      .where(sql`withdrawn_at is null`),
  ],
)

export const acceptRule = pgTable(
  'accept_rule',
  {
    acceptRuleId: uuid('accept_rule_id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    body: jsonb('body').$type<AcceptRuleBody>().notNull(),
    reason: text('reason').notNull(),
    by: text('by').notNull(),
    byObjectId: text('by_object_id').notNull(),
    at: moment('at').notNull(),
    until: moment('until').notNull(),
    withdrawnAt: moment('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
  },
  (table) => [index('accept_rule_tenant').on(table.tenantId, table.at)],
)

/** What was seen outside of Azure: of an issuer (`ProbeAnswer`), or of a repository (`RepositoryFacts`). */
export const findingFact = pgTable(
  'finding_fact',
  {
    ...ofOwner(),
    kind: text('kind').$type<'issuer' | 'repository'>().notNull(),
    name: text('name').notNull(),
    /** Null: it was asked for, without an answer. */
    facts: jsonb('facts').$type<Readonly<Record<string, unknown>>>(),
    readAt: moment('read_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.owner, table.kind, table.name] })],
)
