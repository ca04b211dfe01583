import type {
  EarlierForm,
  FindingSeverity,
  ReviewDecision,
  ReviewItem,
  ReviewMember,
  ReviewOutcome,
  ReviewSilence,
  ReviewState,
  TrustParent,
} from '@trustwright/shared-schemas'
import type { ReviewState as ComparedState } from '@trustwright/federation'
import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from './moment.ts'

/** A campaign: trusts as they were when it was made, and who decides about them by when. */
export const review = pgTable(
  'review',
  {
    reviewId: uuid('review_id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    name: text('name').notNull(),
    state: text('state').$type<ReviewState>().notNull(),
    /** Counts up with every change of this row that a person makes. */
    version: integer('version').notNull(),
    query: text('query').notNull(),
    /** `person:<objectId>` or `portal`: whose inventory it was made from. */
    owner: text('owner').notNull(),
    scan: integer('scan'),
    madeByObjectId: text('made_by_object_id').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: moment('made_at').notNull(),
    dueAt: moment('due_at').notNull(),
    silence: text('silence').$type<ReviewSilence>().notNull(),
    reviewers: jsonb('reviewers').$type<readonly ReviewMember[]>().notNull(),
    ownersDecide: boolean('owners_decide').notNull(),
    /** The trusts were named one by one, not by the query. */
    isPicked: boolean('is_picked').notNull(),
    endedAt: moment('ended_at'),
    /** Whose tokens the removals use. */
    applierObjectId: text('applier_object_id'),
    applier: text('applier'),
    sessionId: text('session_id'),
    applyStartedAt: moment('apply_started_at'),
    applyFinishedAt: moment('apply_finished_at'),
    /** The process that removes, and its last sign of life. */
    processId: text('process_id'),
    heartbeatAt: moment('heartbeat_at'),
    waitingUntil: moment('waiting_until'),
    stopWanted: boolean('stop_wanted').notNull().default(false),
    stoppedBecause: text('stopped_because'),
  },
  (table) => [
    index('review_tenant').on(table.tenantId, table.madeAt),
    index('review_applying')
      .on(table.state)
      .where(sql`state = 'applying'`),
  ],
)

/** Facts of one trust when its review was made. */
export interface FrozenItem extends Pick<
  ReviewItem,
  'audiences' | 'findings' | 'identityName' | 'lastUse' | 'opens' | 'owners' | 'since' | 'suggestion'
> {
  readonly parent: TrustParent
  readonly trust: {
    readonly id: string
    readonly name: string
    readonly issuer: string
    readonly subject: string | null
    readonly expression: string | null
    readonly description: string | null
  }
  /** Forms that newer ones replaced, oldest first; left out where there are none. */
  readonly earlier?: readonly EarlierForm[]
  /** What the next review compares with. */
  readonly state: ComparedState
}

export const reviewItem = pgTable(
  'review_item',
  {
    reviewId: uuid('review_id')
      .notNull()
      .references(() => review.reviewId, { onDelete: 'cascade' }),
    /** From 1, in the order of the review. */
    ordinal: integer('ordinal').notNull(),
    trustKey: text('trust_key').notNull(),
    parentKey: text('parent_key').notNull(),
    fingerprint: text('fingerprint').notNull(),
    /** Fingerprint of the inventory's row, which tells cheaply that nothing changed. */
    inventoryPrint: text('inventory_print').notNull(),
    /** Object IDs of the owners of its application or identity, in lower case. */
    ownerIds: jsonb('owner_ids').$type<readonly string[]>().notNull(),
    severity: text('severity').$type<FindingSeverity>(),
    body: jsonb('body').$type<FrozenItem>().notNull(),
    /** Counts up with every decision and note. */
    version: integer('version').notNull().default(0),
    decision: text('decision').$type<ReviewDecision>(),
    reason: text('reason').notNull().default(''),
    note: text('note').notNull().default(''),
    byObjectId: text('by_object_id'),
    by: text('by'),
    decidedAt: moment('decided_at'),
    /** Null: it is not to be removed. */
    outcome: text('outcome').$type<ReviewOutcome>(),
    code: text('code'),
    detail: text('detail'),
    nextStep: text('next_step'),
    sentAt: moment('sent_at'),
    appliedAt: moment('applied_at'),
    deletedTrustId: uuid('deleted_trust_id'),
  },
  (table) => [
    primaryKey({ columns: [table.reviewId, table.ordinal] }),
    index('review_item_trust').on(table.trustKey),
  ],
)
