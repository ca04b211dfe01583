import type {
  FixAction,
  FixItemState,
  FixRun,
  FixRunState,
  FixValues,
  MissingRight,
  TrustParent,
} from '@trustwright/shared-schemas'
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from './moment.ts'

/** Many changes of stored trusts as one person. */
export const fixRun = pgTable(
  'fix_run',
  {
    runId: uuid('run_id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    ownerObjectId: text('owner_object_id').notNull(),
    owner: text('owner').notNull(),
    origin: text('origin').$type<FixRun['origin']>().notNull(),
    originId: text('origin_id'),
    heartbeatAt: moment('heartbeat_at').notNull(),
    /** Counts the starts of the run: whoever works for an older one cannot write any more. */
    turn: integer('turn').notNull(),
    state: text('state').$type<FixRunState>().notNull(),
    stoppedBecause: text('stopped_because'),
    /** Set by the person's wish to stop, for the process that runs it. */
    stopWanted: boolean('stop_wanted').notNull().default(false),
    itemCount: integer('item_count').notNull(),
    startedAt: moment('started_at').notNull(),
    finishedAt: moment('finished_at'),
  },
  (table) => [
    index('fix_run_owner').on(table.tenantId, table.ownerObjectId, table.startedAt),
    index('fix_run_finished').on(table.finishedAt),
  ],
)

/** One change of one trust, with what became of it. */
export const fixItem = pgTable(
  'fix_item',
  {
    runId: uuid('run_id')
      .notNull()
      .references(() => fixRun.runId, { onDelete: 'cascade' }),
    ordinal: integer('ordinal').notNull(),
    parent: jsonb('parent').$type<TrustParent>().notNull(),
    name: text('name').notNull(),
    action: text('action').$type<FixAction>().notNull(),
    /** Of the trust that the person saw. */
    fingerprint: text('fingerprint').notNull(),
    before: jsonb('before').$type<FixValues>(),
    after: jsonb('after').$type<FixValues>(),
    newName: text('new_name'),
    /** It is to be done in the present turn. */
    chosen: boolean('chosen').notNull(),
    /** Something went to Azure for it, whose answer may have been lost. */
    wasSent: boolean('was_sent').notNull().default(false),
    state: text('state').$type<FixItemState>().notNull(),
    code: text('code'),
    detail: text('detail'),
    nextStep: text('next_step'),
    missing: jsonb('missing').$type<MissingRight>(),
    deletedTrustId: uuid('deleted_trust_id'),
    waitingUntil: moment('waiting_until'),
    finishedAt: moment('finished_at'),
  },
  (table) => [primaryKey({ columns: [table.runId, table.ordinal] })],
)
