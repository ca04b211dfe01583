import { randomUUID } from 'node:crypto'
import type { SetUpItem } from '@trustwright/shared-schemas'
import { and, count, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { setUpItem, setUpRun, setUpStep } from '../../db/schema-set-up.ts'
import type { Approval } from '../../domain/approval.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { findDraftRun, linkDraft } from './draft-run.ts'
import { ownRuns } from './own-run.ts'
import { planSteps } from './plan-steps.ts'

export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

const mostRunning = 3
const mostKept = 50
const rowsPerInsert = 1000

export interface Begun {
  readonly runId: string
  /** False: the draft's run was going on already, and somebody works on it. */
  readonly isNew: boolean
}

export interface NewRun {
  readonly items: readonly SetUpItem[]
  readonly draftId?: string | undefined
  /** Somebody else asked for it: each approval is a run of its own, and all of them make the same applications. */
  readonly approved?: { readonly runId: string; readonly approval: Approval }
}

/**
 * Stores a run with all its rows and steps; the caller then works on it. Throws SET_UP_LIMIT_REACHED, DRAFT_NOT_FOUND,
 * SET_UP_RUNNING.
 */
export async function beginRun(
  db: Database,
  now: Date,
  caller: Caller,
  { items, draftId, approved }: NewRun,
): Promise<Begun> {
  const runId = approved?.runId ?? randomUUID()
  return db.transaction(async (tx) => {
    await lockRuns(tx, caller)
    const goingOn = draftId === undefined ? null : await findDraftRun(tx, caller, draftId, items)
    if (goingOn !== null) return { runId: goingOn, isNew: false }
    await demandRoom(tx, caller)
    await forgetOldest(tx, caller)
    await tx.insert(setUpRun).values({
      runId,
      tenantId: caller.tenantId,
      ownerObjectId: caller.objectId,
      sessionId: caller.sessionId,
      heartbeatAt: now,
      turn: 1,
      change: 1,
      state: 'running',
      itemCount: items.length,
      startedAt: now,
      approval: approved?.approval ?? null,
    })
    if (draftId !== undefined) await linkDraft(tx, caller, draftId, runId)
    await insertRows(tx, { runId, keyed: approved?.approval.requestId ?? draftId ?? runId, items })
    return { runId, isNew: true }
  })
}

/** From then on no other run of the person begins beside this transaction. */
async function lockRuns(tx: Transaction, caller: Caller): Promise<void> {
  const owner = `set-up ${caller.tenantId} ${caller.objectId}`
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${owner}, 0))`)
}

/** Throws SET_UP_LIMIT_REACHED. */
export async function demandRoom(tx: Transaction, caller: Caller): Promise<void> {
  await lockRuns(tx, caller)
  const [running] = await tx
    .select({ runs: count() })
    .from(setUpRun)
    .where(and(ownRuns(caller), eq(setUpRun.state, 'running')))
  if ((running?.runs ?? 0) >= mostRunning) throw new PortalError('SET_UP_LIMIT_REACHED')
}

async function forgetOldest(tx: Transaction, caller: Caller): Promise<void> {
  const old = await tx
    .select({ runId: setUpRun.runId })
    .from(setUpRun)
    .where(and(ownRuns(caller), ne(setUpRun.state, 'running')))
    .orderBy(desc(setUpRun.startedAt))
    .offset(mostKept - 1)
  const ids = old.map(({ runId }) => runId)
  if (ids.length > 0) await tx.delete(setUpRun).where(inArray(setUpRun.runId, ids))
}

interface Rows {
  readonly runId: string
  /** What new applications are keyed by. */
  readonly keyed: string
  readonly items: readonly SetUpItem[]
}

async function insertRows(tx: Transaction, { runId, keyed, items }: Rows): Promise<void> {
  const rows = items.map(({ key, parent }, index) => ({ runId, ordinal: index + 1, key, parent }))
  for (const part of inParts(rows)) await tx.insert(setUpItem).values(part)
  const steps = planSteps(keyed, items).map((step) => ({
    ...step,
    runId,
    kind: step.payload.kind,
    turn: 1,
    state: 'pending' as const,
    change: 1,
  }))
  for (const part of inParts(steps)) await tx.insert(setUpStep).values(part)
}

function inParts<T>(rows: readonly T[]): T[][] {
  const parts: T[][] = []
  for (let from = 0; from < rows.length; from += rowsPerInsert)
    parts.push(rows.slice(from, from + rowsPerInsert))
  return parts
}
