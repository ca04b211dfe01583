import type {
  MissingRight,
  SetUpParent,
  SetUpRunState,
  SetUpStepKind,
  SetUpStepState,
  SetUpStopReason,
} from '@trustwright/shared-schemas'
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Approval } from '../domain/approval.ts'
import { moment } from './moment.ts'

/** One set-up of trusts as one person: the wizard's single one, or many at once. */
export const setUpRun = pgTable(
  'set_up_run',
  {
    runId: uuid('run_id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    ownerObjectId: text('owner_object_id').notNull(),
    /** Session whose tokens the run uses. */
    sessionId: text('session_id').notNull(),
    heartbeatAt: moment('heartbeat_at').notNull(),
    /** Counts the starts of the run: whoever works for an older one cannot write any more. */
    turn: integer('turn').notNull(),
    /** Counts up with every change of the run or of a step. */
    change: integer('change').notNull(),
    state: text('state').$type<SetUpRunState>().notNull(),
    stopReason: text('stop_reason').$type<SetUpStopReason>(),
    stoppedBecause: text('stopped_because'),
    /** Set by the person's wish to stop, for the process that runs it. */
    stopWanted: boolean('stop_wanted').notNull().default(false),
    itemCount: integer('item_count').notNull(),
    /** Where somebody else asked for it, and the owner approved. */
    approval: jsonb('approval').$type<Approval>(),
    startedAt: moment('started_at').notNull(),
    finishedAt: moment('finished_at'),
  },
  (table) => [
    index('set_up_run_owner').on(table.tenantId, table.ownerObjectId, table.startedAt),
    index('set_up_run_state').on(table.state, table.heartbeatAt),
    index('set_up_run_finished').on(table.finishedAt),
  ],
)

const ofRun = () =>
  uuid('run_id')
    .notNull()
    .references(() => setUpRun.runId, { onDelete: 'cascade' })

/** One row of what was asked for. */
export const setUpItem = pgTable(
  'set_up_item',
  {
    runId: ofRun(),
    ordinal: integer('ordinal').notNull(),
    /** The person's own name of the row. */
    key: text('key').notNull(),
    parent: jsonb('parent').$type<SetUpParent>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.ordinal] })],
)

/** One thing to make at Azure, with what became of it. */
export const setUpStep = pgTable(
  'set_up_step',
  {
    runId: ofRun(),
    ordinal: integer('ordinal').notNull(),
    itemOrdinal: integer('item_ordinal').notNull(),
    /** One key for all steps of the same identity or application. */
    parentKey: text('parent_key').notNull(),
    kind: text('kind').$type<SetUpStepKind>().notNull(),
    /** What is made, in words. */
    name: text('name').notNull(),
    /** The values that were asked for, by kind. */
    payload: jsonb('payload').notNull(),
    /** Start of the run that works on it; null while it is not chosen. */
    turn: integer('turn'),
    state: text('state').$type<SetUpStepState>().notNull(),
    code: text('code'),
    detail: text('detail'),
    nextStep: text('next_step'),
    /** The right that the person lacks. */
    missing: jsonb('missing').$type<MissingRight>(),
    /** IDs of what was made. */
    result: jsonb('result').$type<Readonly<Record<string, string>>>(),
    waitingUntil: moment('waiting_until'),
    startedAt: moment('started_at'),
    finishedAt: moment('finished_at'),
    /** Value of the run's `change` when the step last changed. */
    change: integer('change').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.ordinal] }),
    index('set_up_step_item').on(table.runId, table.itemOrdinal),
    index('set_up_step_change').on(table.runId, table.change),
    index('set_up_step_state').on(table.runId, table.state),
  ],
)
